import type { Coverage } from '../../entities/coverage.js';
import type { ImportRow } from '../../entities/import-row.js';
import type { Day } from '../calendar/day.js';

export type Period = Pick<Coverage, 'startsOn' | 'endsOn'>;

/** The days of a line of a list. */
type ListedDays = Pick<ImportRow, 'coverFrom' | 'coverTo'>;

/** What a line does to the periods of its member. A period that it overlaps is the one that it means. */
export type PeriodChange =
  | { kind: 'same' | 'new'; before: null; givesBack: false }
  /** That period gets other days, and keeps what of it is used. */
  | { kind: 'moved'; before: Period; givesBack: boolean }
  /** It reaches over two of them: nobody can say which of them it means. */
  | { kind: 'spans-two' };

export function periodChange(known: readonly Period[], listed: ListedDays, today: Day): PeriodChange {
  const [before, another] = known.filter((period) => overlaps(period, listed));
  if (another) return { kind: 'spans-two' };
  if (!before) return { kind: 'new', before: null, givesBack: false };
  if (before.startsOn === listed.coverFrom && before.endsOn === listed.coverTo)
    return { kind: 'same', before: null, givesBack: false };
  return { kind: 'moved', before, givesBack: freesDays(before, listed, today) };
}

/** May a member with these periods have this one as well? */
export const isFree = (known: readonly Period[], { startsOn, endsOn }: Period): boolean =>
  !known.some((period) => overlaps(period, { coverFrom: startsOn, coverTo: endsOn }));

const overlaps = ({ startsOn, endsOn }: Period, { coverFrom, coverTo }: ListedDays): boolean =>
  startsOn <= coverTo && coverFrom <= endsOn;

/**
 * Would a day of a period that has begun, today or later, be a day of no period? Then a later list could cover it anew,
 * with all recoveries left: as much as a grant. One that is over and is to have been over sooner counts as well: its
 * member would be forgotten sooner, and whoever is forgotten may be entered anew with any number.
 */
function freesDays({ startsOn, endsOn }: Period, { coverFrom, coverTo }: ListedDays, today: Day): boolean {
  const hasBegun = startsOn <= today;
  return hasBegun && (today < coverFrom || coverTo < endsOn);
}

/** The period that a line changes, as it stood when the line was judged; null: it brings a new one. */
export const periodBefore = ({ coverFrom, oldCoverFrom, oldCoverTo }: ImportRow): Period | null =>
  oldCoverTo === null ? null : { startsOn: oldCoverFrom ?? coverFrom, endsOn: oldCoverTo };

/** Does the line change anything of its member's periods? */
export function changesPeriod(row: ImportRow): boolean {
  const before = periodBefore(row);
  return before?.startsOn !== row.coverFrom || before.endsOn !== row.coverTo;
}

/** The period of the book that a line is about, if the book still says what it said when the line was judged; else undefined. */
export function periodAsJudged(periods: readonly Coverage[], row: ImportRow): Coverage | null | undefined {
  const [found, another] = periods.filter((period) => overlaps(period, row));
  const before = periodBefore(row);
  if (another) return undefined;
  if (!found || !before) return found || before ? undefined : null;
  return found.startsOn === before.startsOn && found.endsOn === before.endsOn ? found : undefined;
}

/** Would this line give recoveries back as the book stands today? */
export function givesBack(row: ImportRow, today: Day): boolean {
  const before = periodBefore(row);
  return before !== null && freesDays(before, row, today);
}
