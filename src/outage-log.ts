import type { Clock } from './clock.js';
import { minute } from './durations.js';
import type { Log } from './log.js';

/** Writes down a state that lasts: when it begins, at most once a minute while it is met again, and when it is over. */
export interface OutageLog {
  /** It is met. */
  out: (fields: object) => void;
  /** It is not, or no longer. */
  back: (fields?: object) => void;
}

export interface OutageLogParts {
  log: Log;
  clock: Clock;
}

/** `lines`: what it is called when it begins, and when it is over. */
export function makeOutageLog(
  { log, clock }: OutageLogParts,
  lines: { out: string; back: string },
): OutageLog {
  let saidAt: number | null = null;
  let lasts = false;
  return {
    out(fields) {
      const now = clock.now().getTime();
      // As far on either side: a clock may be set back.
      if (saidAt !== null && Math.abs(now - saidAt) < minute) return;
      saidAt = now;
      lasts = true;
      log.warn(fields, lines.out);
    },
    back(fields = {}) {
      if (!lasts) return;
      lasts = false;
      log.info(fields, lines.back);
    },
  };
}
