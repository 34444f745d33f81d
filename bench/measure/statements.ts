import { setTimeout as pause } from 'node:timers/promises';
import { marks, type People } from '../people.js';
import { beginsTransaction } from '../sql/normalise.js';
import type { SqlProxy } from '../sql/proxy.js';
import type { Town } from '../town.js';
import { settled, waveSize } from './crowd.js';

/** What a bot sends its database. */
export interface Statements {
  /** A recovery, in a crowd. */
  each: number;
  transactions: number;
  /** Those of one member who comes alone, in their order. */
  alone: string[];
  /** A second, with nobody there. */
  idle: number;
}

const idleMs = 10_000;

/** The bot must be at work by way of the proxy. */
export async function countStatements(town: Town, proxy: SqlProxy, people: People): Promise<Statements> {
  const play = async (count: number): Promise<string[]> => {
    await settled(town);
    proxy.take();
    const crowd = { people: people.next(count, false), way: 'first' as const, marks, patienceMs: 120_000 };
    await town.messenger.ask('play', crowd);
    await settled(town);
    return proxy.take();
  };
  await play(waveSize);
  const crowd = await play(waveSize);
  const alone = await play(1);
  await pause(idleMs);
  return {
    each: crowd.length / waveSize,
    transactions: crowd.filter(beginsTransaction).length / waveSize,
    alone,
    idle: proxy.take().length / (idleMs / 1_000),
  };
}
