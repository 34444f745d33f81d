import { foldDigits } from '../identity/digits.js';
import { accepted, refused, type Parsed } from '../identity/parsed.js';
import { gregorianDay, type Day } from './day.js';
import { jalaliDay } from './jalali.js';

/** `day-year-last`: `01/10/1404` is the first of a month to some and the tenth to others. */
export const dayErrors = ['day-unreadable', 'day-year-last', 'day-year-far', 'day-not-in-calendar'] as const;

export type DayError = (typeof dayErrors)[number];

/** Years that a cover or a report may name, in either calendar; they do not overlap, so the year tells the calendar. */
const jalaliYears = { first: 1300, last: 1500 };
const gregorianYears = { first: 1921, last: 2122 };

/** A day as people write it, year first, in either calendar and with any digits: `۱۴۰۴/۰۷/۰۱`, `1404-7-1`, `14040701`, `2025-10-01`. */
export function parseDay(text: string): Parsed<Day, DayError> {
  const written = foldDigits(text)
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(midnight, '');
  const parts = separated.exec(written) ?? compact.exec(written);
  if (!parts) return refused(yearLast.test(written) ? 'day-year-last' : 'day-unreadable');
  const { year, month, date } = parts.groups as Record<'year' | 'month' | 'date', string>;
  return inItsCalendar(Number(year), Number(month), Number(date));
}

/** What databases append to a day when they write it as a moment, and programs with twelve hours to the half of a day. */
const midnight = /[T ](?:0?0:00(?::00(?:\.0{1,9})?)?|12:00(?::00)? ?AM)Z?$/i;

/** The text of a day that a time of day may stand behind, with or without the half of the day. */
export const withoutTime = (text: string): string => text.replace(timeBehind, '');

const timeBehind =
  /(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:\s*\p{L}\.?\s?\p{L}\.?)?(?:Z|[+-]\d{2}:?\d{2})?\p{Cf}*$/iu;

const separated = /^(?<year>\d{4})(?<sign>[/.-])(?<month>\d{1,2})\k<sign>(?<date>\d{1,2})$/;
const compact = /^(?<year>\d{4})(?<month>\d{2})(?<date>\d{2})$/;
const yearLast = /^\d{1,2}([/.-])\d{1,2}\1(?:\d{2}|\d{4})$/;

function inItsCalendar(year: number, month: number, date: number): Parsed<Day, DayError> {
  const jalali = isWithin(year, jalaliYears);
  if (!jalali && !isWithin(year, gregorianYears)) return refused('day-year-far');
  const day = jalali ? jalaliDay({ year, month, date }) : gregorianDay(year, month, date);
  return day ? accepted(day) : refused('day-not-in-calendar');
}

const isWithin = (year: number, span: { first: number; last: number }): boolean =>
  year >= span.first && year <= span.last;
