import { gregorianDay, type Day } from './day.js';
import { hour } from '../durations.js';

/** Tehran is so far ahead of UTC; an hour more in the summers until 1401. */
const standardOffset = 3.5 * hour;

const inTehran = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Tehran',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day on the wall calendar in Tehran at this moment. */
export function dayInTehran(moment: Date): Day {
  const part = Object.fromEntries(inTehran.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}`;
}

/** The first moment of a day in Tehran, for days since 1360; throws for what is no day. Not always midnight: summer time began at midnight. */
export function startOfDay(day: Day): Date {
  const [year = NaN, month = NaN, date = NaN] = day.split('-').map(Number);
  if (!gregorianDay(year, month, date)) throw new RangeError('not a calendar day');
  const standard = new Date(Date.UTC(year, month - 1, date) - standardOffset);
  const inSummer = new Date(standard.getTime() - hour);
  return dayInTehran(inSummer) === day ? inSummer : standard;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Tehran',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** The time on the wall in Tehran, `21:05:09`, in Latin digits: for columns of files. */
export const clockInTehran = (moment: Date): string => clock.format(moment);
