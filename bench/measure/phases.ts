import { startAtWork, type AtWork } from '../at-work.js';
import type { Figures } from '../figures.js';
import { say } from '../progress.js';
import type { Scene } from '../scene.js';

/** One thing that is measured, at a subject that is at work. */
export interface Phase {
  name: string;
  measure(scene: Scene, atWork: AtWork): Promise<Figures>;
}

/** One after the other, at the same processes. */
export async function runPhases(scene: Scene, phases: readonly Phase[]): Promise<Figures> {
  const { name } = scene.subject;
  say(`${name}: start`);
  const atWork = await startAtWork(scene.subject, scene.town, scene.url);
  const figures: Figures = { startSeconds: atWork.startSeconds };
  try {
    for (const phase of phases) {
      say(`${name}: ${phase.name}`);
      Object.assign(figures, await phase.measure(scene, atWork));
    }
    return figures;
  } finally {
    await atWork.stop();
  }
}
