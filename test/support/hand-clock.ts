import type { Clock } from '../../src/clock.js';

/** A clock that a test turns by hand. */
export interface HandClock extends Clock {
  /** Forward by so many milliseconds. */
  pass(ms: number): void;
  set(moment: Date): void;
}

/** Stands at noon of a working day in Tehran until it is turned. */
export function handClock(start = new Date('2026-05-10T08:30:00.000Z')): HandClock {
  let moment = start;
  return {
    now: () => new Date(moment),
    pass: (ms) => (moment = new Date(moment.getTime() + ms)),
    set: (other) => (moment = other),
  };
}

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;
