import type { Chance } from './chance.js';

/** What can be done to a process. */
export type Deed = 'kill' | 'stop' | 'freeze';
export const targets = ['replica 1', 'replica 2', 'database', 'sms vendor', 'portal'] as const;
export type Target = (typeof targets)[number];

/** One thing that is done to one process. */
export interface Harm {
  /** Milliseconds after the beginning. */
  at: number;
  target: Target;
  deed: Deed;
  /** So long it is away before it is started again, or frozen. */
  lastsMs: number;
}

/** How often each is met, beside the others. */
const often: readonly Target[] = [
  ...Array<Target>(3).fill('replica 1'),
  ...Array<Target>(3).fill('replica 2'),
  ...Array<Target>(2).fill('database'),
  ...Array<Target>(2).fill('sms vendor'),
  ...Array<Target>(2).fill('portal'),
];

/** Milliseconds between two harms, and how long each lasts. A replica that is frozen for long is taken for dead. */
const [shortestPause, longestPause] = [2_000, 7_000];
const lasts: Readonly<Record<Deed, readonly [number, number]>> = {
  kill: [200, 3_000],
  stop: [200, 3_000],
  freeze: [500, 9_000],
};

/** The replica that is frozen at most in this half, so that it lives long enough to be looked at. */
export const survivorOf = (at: number, wholeMs: number): Target =>
  at < wholeMs / 2 ? 'replica 1' : 'replica 2';

/** Every harm of a run, in its order. */
export function planHarms(chance: Chance, wholeMs: number): Harm[] {
  const harms: Harm[] = [];
  for (let at = longestPause; at < wholeMs; at += chance.between(shortestPause, longestPause)) {
    const target = chance.oneOf(often);
    const deed = chance.oneOf<Deed>(['kill', 'stop', 'freeze']);
    const spared = target === survivorOf(at, wholeMs);
    const done = spared ? 'freeze' : deed;
    harms.push({ at, target, deed: done, lastsMs: chance.between(...lasts[done]) });
  }
  return harms;
}
