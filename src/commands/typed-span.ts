import { addDays, daysBetween, type Day } from '../calendar/day.js';
import { parseDay, type DayError } from '../calendar/parse-day.js';
import { accepted, refused, type Parsed } from '../identity/parsed.js';

/** Days from the first to the last, both inclusive. */
export interface Days {
  from: Day;
  to: Day;
}

export type SpanError = DayError | 'span-backwards' | 'span-too-long' | 'span-too-many-days';

/** Without a word, a month; and no report on more than a year and what a late question needs. */
export const usualDays = 30;
export const mostDays = 400;

/** The last so many days, today among them. */
export const lastDays = (count: number, today: Day): Days => ({ from: addDays(today, 1 - count), to: today });

/**
 * A span as staff type it: nothing for the last thirty days, one day for what has been since, two for everything from the
 * first to the second.
 */
export function typedSpan(words: readonly string[], today: Day): Parsed<Days, SpanError> {
  const [first, last, ...more] = words;
  if (first === undefined) return accepted(lastDays(usualDays, today));
  if (more.length > 0) return refused('span-too-many-days');
  const from = parseDay(first);
  const to = last === undefined ? accepted(today) : parseDay(last);
  if (!from.ok) return from;
  if (!to.ok) return to;
  const between = daysBetween(from.value, to.value);
  if (between < 0) return refused('span-backwards');
  return between < mostDays ? accepted({ from: from.value, to: to.value }) : refused('span-too-long');
}
