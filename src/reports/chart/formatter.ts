import { startOfDay } from '../../calendar/tehran.js';
import type { Day } from '../../calendar/day.js';
import { localeTags } from '../../words/instants.js';
import type { Blanks, Locale, Words } from '../../words/words.js';

/** How labels, numbers and days are put in the picture's language. */
export interface LocaleFormatter {
  say(key: string, blanks?: Blanks): string;
  /** Millions in short: `1.25M`. */
  number(value: number): string;
  /** A share of a whole; a dash where there is no whole. */
  share(part: number, whole: number): string;
  /** Day and month, Jalali. */
  day(day: Day): string;
}

export function makeFormatter(words: Words, locale: Locale): LocaleFormatter {
  const tag = localeTags[locale];
  const numbers = new Intl.NumberFormat(tag);
  const millions = new Intl.NumberFormat(tag, { notation: 'compact', maximumFractionDigits: 2 });
  const shares = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  const days = new Intl.DateTimeFormat(tag, {
    calendar: 'persian',
    timeZone: 'Asia/Tehran',
    day: 'numeric',
    month: 'long',
  });
  return {
    say: (key, blanks) => words.plain(locale, key, blanks),
    number: (value) => (value < 1_000_000 ? numbers : millions).format(value),
    share: (part, whole) => (whole > 0 ? shares.format(part / whole) : '–'),
    day: (day) => days.format(startOfDay(day)),
  };
}
