/** A calendar day as the database keeps it: Gregorian, `YYYY-MM-DD`, so that order of text is order of time. */
export type Day = string;

/** The day with these Gregorian numbers; null when the calendar has no such day. */
export function gregorianDay(year: number, month: number, date: number): Day | null {
  const day = writeDay(year, month, date);
  const moment = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day) ? day : null;
}

/** The numbers of a day. */
export function readDay(day: Day): { year: number; month: number; date: number } {
  const [year = NaN, month = NaN, date = NaN] = day.split('-').map(Number);
  return { year, month, date };
}

/** So many days later; earlier for a negative count. */
export function addDays(day: Day, count: number): Day {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + count);
  return moment.toISOString().slice(0, 10);
}

/** How many days the second is after the first; 0 for the same day. */
export function daysBetween(first: Day, second: Day): number {
  return (Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000;
}

const writeDay = (year: number, month: number, date: number): Day =>
  [String(year).padStart(4, '0'), pad(month), pad(date)].join('-');

const pad = (part: number): string => String(part).padStart(2, '0');
