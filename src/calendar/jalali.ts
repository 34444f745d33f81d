import { isValidJalaaliDate, toGregorian, toJalaali } from 'jalaali-js';
import { gregorianDay, readDay, type Day } from './day.js';

/** A day in the Jalali calendar, the official one of Iran. */
export interface JalaliDay {
  year: number;
  /** 1 is Farvardin. */
  month: number;
  date: number;
}

export function jalaliOf(day: Day): JalaliDay {
  const { year, month, date } = readDay(day);
  const { jy, jm, jd } = toJalaali(year, month, date);
  return { year: jy, month: jm, date: jd };
}

/** The day with these Jalali numbers; null when the calendar has no such day. */
export function jalaliDay({ year, month, date }: JalaliDay): Day | null {
  if (!isValidJalaaliDate(year, month, date)) return null;
  const { gy, gm, gd } = toGregorian(year, month, date);
  return gregorianDay(gy, gm, gd);
}

/** `1404/07/01`, in Latin digits: for columns of files, where text is sorted and compared. */
export function writeJalali(day: Day): string {
  const { year, month, date } = jalaliOf(day);
  return [year, month, date].map((part) => String(part).padStart(2, '0')).join('/');
}
