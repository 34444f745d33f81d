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

/** What a state is called when it begins, and when it is over. */
export interface OutageLines {
  out: string;
  back: string;
}

/** The same state of several, each by itself: a job, a provider. */
export function makeOutageLogs(parts: OutageLogParts, lines: OutageLines): (name: string) => OutageLog {
  const outages = new Map<string, OutageLog>();
  return (name) => {
    const outage = outages.get(name) ?? makeOutageLog(parts, lines);
    outages.set(name, outage);
    return outage;
  };
}

export function makeOutageLog({ log, clock }: OutageLogParts, lines: OutageLines): OutageLog {
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
