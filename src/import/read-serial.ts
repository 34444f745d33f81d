import { addDays, readDay, type Day } from '../calendar/day.js';
import { jalaliDay } from '../calendar/jalali.js';
import { oldStyle } from '../calendar/old-style.js';
import { accepted, refused } from '../identity/parsed.js';
import type { DayNumbering } from '../tables/cell.js';
import type { Judged, PeriodEnd } from './columns/column.js';
import type { NoticeReason } from './reasons.js';

/** From 1927 to 2119; whole days as numbers (`14040701`) are far beyond. */
const ours = { first: 10_000, end: 80_000 };

/** A number of days before 1900 whose year is one of these was typed as a Jalali day, and taken for one of ours. */
const jalaliYears = { first: 1300, last: 1500 };

const minute = 1 / (24 * 60);
const secondsOfDay = 24 * 60 * 60;

/** 23:59:59 may be the end of a day, as databases write it, with thousandths or without, as well as a rounding. */
function isLastSecond(serial: number): boolean {
  const second = (serial - Math.floor(serial)) * secondsOfDay;
  return second > secondsOfDay - 1.5 && second < secondsOfDay - 0.0005;
}

/**
 * The day that a number of days stands for, as spreadsheets keep them; null when it stands for none that we take. Zones
 * and roundings leave some of them seconds before midnight, so the last minute of a day is the next one; but the last
 * second of a period is its last day's.
 */
export function readSerial(
  serial: number,
  { zero, isJulian }: DayNumbering,
  end: PeriodEnd,
): Judged<Day> | null {
  const endsDay = isLastSecond(serial);
  const whole = endsDay && end === 'last' ? Math.floor(serial) : Math.floor(serial + minute);
  const hasTime = serial - whole > minute || endsDay;
  if (whole >= ours.first && whole < ours.end) {
    return noticed(addDays(zero, whole), hasTime ? 'import-day-with-time' : undefined);
  }
  if (whole >= 0 || whole < -farthest) return null;
  const day = addDays(zero, whole);
  const shown = isJulian ? oldStyle(day) : readDay(day);
  if (shown.year < jalaliYears.first || shown.year > jalaliYears.last) return null;
  const meant = jalaliDay(shown);
  if (!meant) return refused('day-not-in-calendar');
  // Programs differ by nine days there, and of others than that one it is not known how they count.
  return noticed(meant, isJulian ? undefined : 'import-day-old-count');
}

/** Before the year 1250 nothing is of interest. */
const farthest = 240_000;

const noticed = (day: Day, notice: NoticeReason | undefined): Judged<Day> =>
  notice ? { ...accepted(day), notice } : accepted(day);
