import type { Clock } from '../src/clock.js';

/** The playground's time: it runs by itself, and may be pushed forward, so that nobody has to wait a day for a lock to end. */
export interface StageClock extends Clock {
  /** Milliseconds that it is ahead of the clock it follows. */
  readonly ahead: number;
  advance(milliseconds: number): void;
}

/** Never turned back: `advance` refuses negative steps. */
export function makeStageClock(follows: Clock): StageClock {
  let ahead = 0;
  return {
    get ahead() {
      return ahead;
    },
    now: () => new Date(follows.now().getTime() + ahead),
    advance(milliseconds) {
      if (milliseconds < 0) throw new RangeError('time is not turned back');
      ahead += milliseconds;
    },
  };
}
