import { addDays, daysBetween, readDay, type Day } from './day.js';

/** The numbers of a day as programs show it that change calendars where history did: before this day by the Julian one. */
const firstNewStyle: Day = '1582-10-15';

/** On this day both calendars had the same numbers. */
const bothAlike: Day = '0200-03-01';

/** The numbers of a day by the Julian calendar before 15 October 1582, and by ours from then on. For years after 200. */
export function oldStyle(day: Day): { year: number; month: number; date: number } {
  if (day >= firstNewStyle) return readDay(day);
  // Counted in years that begin in March, so that the leap day is the last of its year.
  const days = daysBetween(bothAlike, day);
  const fourYears = Math.floor(days / 1_461);
  const inFour = days - fourYears * 1_461;
  const year = Math.min(3, Math.floor(inFour / 365));
  // Any year of ours that begins in March has its months where theirs have them.
  const { month, date } = readDay(addDays(anyMarch, inFour - year * 365));
  return { year: 200 + fourYears * 4 + year + (month < 3 ? 1 : 0), month, date };
}

/** Followed by a leap day. */
const anyMarch: Day = '2003-03-01';
