import type { FigureName, Figures } from '../figures.js';
import type { Scene } from '../scene.js';
import { alone } from './alone.js';
import { mediansOf } from './medians.js';
import { runPhases } from './phases.js';

const rounds = 5;

/**
 * A recovery where much is, and on a fresh database with few members, in turn: medians of five times each. For many minutes after
 * so much was written each commit waits longer for the disk, whatever it commits; measured before and after growing, it is
 * that which is compared.
 */
export function measureBesideFew(scene: Scene, few: FigureName, many: FigureName): Promise<Figures> {
  const { subject, people, server } = scene;
  return server.withDatabase(async (url) => {
    await subject.enter(url, people.all);
    const seen: Figures[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const there = await runPhases({ ...scene, url }, [alone(few)]);
      const here = await runPhases(scene, [alone(many)]);
      seen.push({ [few]: there[few] ?? null, [many]: here[many] ?? null });
    }
    return mediansOf(seen);
  });
}
