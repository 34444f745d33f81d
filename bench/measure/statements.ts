import { setTimeout as pause } from 'node:timers/promises';
import { startAtWork } from '../at-work.js';
import type { Figures } from '../figures.js';
import { play, type Scene } from '../scene.js';
import { beginsTransaction } from '../sql/normalise.js';
import { openSqlProxy } from '../sql/proxy.js';
import { waveSize } from './crowd.js';

/** What a bot sends its database. */
export interface Statements {
  figures: Figures;
  /** Those of the recoveries of a crowd, and how many recoveries these were. */
  sent: readonly string[];
  recoveries: number;
}

/** A whole minute, in which each job of the timetable that runs in every one comes once. */
const idleMs = 60_000;

/** By a proxy, whose work would disturb what is timed: so in a run of its own, on a database that nobody has used. */
export async function countStatements(scene: Scene): Promise<Statements> {
  const proxy = await openSqlProxy(scene.server);
  const atWork = await startAtWork(scene.subject, scene.town, proxy.through(scene.url));
  const during = async (work: Promise<unknown>): Promise<string[]> => {
    proxy.take();
    await work;
    await scene.town.quiet();
    return proxy.take();
  };
  try {
    const idle = await during(pause(idleMs));
    await play(scene, waveSize);
    await scene.town.quiet();
    const sent = await during(play(scene, waveSize));
    const alone = await during(play(scene, 1));
    const figures = {
      statementsIdle: idle.length / (idleMs / 1_000),
      statements: sent.length / waveSize,
      statementsAlone: alone.length,
      transactions: sent.filter(beginsTransaction).length / waveSize,
    };
    return { figures, sent, recoveries: waveSize };
  } finally {
    await atWork.stop();
    await proxy.close();
  }
}
