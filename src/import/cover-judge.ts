import { addDays, daysBetween, type Day } from '../calendar/day.js';
import type { Draft } from './columns/columns.js';
import type { Column } from './columns/names.js';
import type { Reason } from './reasons.js';

/** What periods of cover are looked at with. */
export interface CoverLimits {
  /** No period of cover is longer; a year mistyped is. */
  longestCoverDays: number;
  /** In Tehran. */
  today: () => Day;
}

/** Whom to tell. */
type Told = Record<'fault' | 'notice', (column: Column, reason: Reason) => void>;

/** A longer cover is worth a look: two years and a leap day. */
const longDays = 2 * 366;
/** So does one that begins later than in a year. */
const aheadDays = 366;

/** Looks at the period of each row. Remembers the last: mostly the next row has the same. */
export function makeCoverJudge({ longestCoverDays, today }: CoverLimits) {
  const now = today();
  const farAhead = addDays(now, aheadDays);
  const judge = (from: Day, to: Day): { grade: keyof Told; column: Column; reason: Reason }[] => {
    if (to < from) return [{ grade: 'fault', column: 'cover-to', reason: 'import-cover-backwards' }];
    const days = daysBetween(from, to);
    if (days >= longestCoverDays)
      return [{ grade: 'fault', column: 'cover-to', reason: 'import-cover-too-long' }];
    return [
      ...(to < now ? [{ grade: 'notice', column: 'cover-to', reason: 'import-cover-over' } as const] : []),
      ...(days > longDays
        ? [{ grade: 'notice', column: 'cover-to', reason: 'import-cover-long' } as const]
        : []),
      ...(from > farAhead
        ? [{ grade: 'notice', column: 'cover-from', reason: 'import-cover-ahead' } as const]
        : []),
    ];
  };
  let last = { from: '', to: '', found: judge(now, now) };
  return (told: Told, { coverFrom, coverTo }: Pick<Draft, 'coverFrom' | 'coverTo'>): void => {
    if (coverFrom === null || coverTo === null) return;
    if (coverFrom !== last.from || coverTo !== last.to)
      last = { from: coverFrom, to: coverTo, found: judge(coverFrom, coverTo) };
    for (const { grade, column, reason } of last.found) told[grade](column, reason);
  };
}
