import { clockToleranceMs } from '../../reset/life.js';
import { second } from '../../durations.js';
import { fault, ok, warning, type CheckResult } from '../finding.js';

/** Another clock, as far as it can be told. */
export interface OtherClock {
  about: string;
  whose: string;
  /** How far it is from ours, in seconds, ahead or behind. */
  seconds: number;
  /** Seconds that are not worth a word. */
  unnoticed: number;
}

/** Codes, locks and limits end by our clock: further away than codes forgive, they end at the wrong time, or are no good at all. */
export function clockFinding({ about, whose, seconds, unnoticed }: OtherClock): CheckResult {
  if (seconds <= unnoticed) return ok(about, `agrees with ${whose} to ${unnoticed} s`);
  const found = `${seconds} s away from ${whose}`;
  if (seconds <= clockToleranceMs / second)
    return warning(about, found, 'let both machines take their time from one NTP server');
  return fault(
    about,
    `${found}: codes and locks end at the wrong time`,
    'set the clock that is wrong, and let both machines take their time from one NTP server',
  );
}

/** Seconds between a moment over there and ours, which was between these two. */
export const secondsApart = (there: number, asked: number, answered: number): number =>
  Math.round(Math.abs(there - (asked + answered) / 2) / second);
