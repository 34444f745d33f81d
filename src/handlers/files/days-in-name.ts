import type { Day } from '../../calendar/day.js';
import { writeJalali } from '../../calendar/jalali.js';

/** A span of days as it stands in a file's name, in the calendar of those who look for the file later. */
export const daysInName = (from: Day, to: Day): string =>
  [from, to].map((day) => writeJalali(day).replaceAll('/', '-')).join('-');
