import type { Locale } from './words.js';

/** Which digits, plurals and month names a locale uses. British English, for the day before the month. */
export const localeTags: Readonly<Record<Locale, string>> = { fa: 'fa-IR', en: 'en-GB' };

/** The calendar day, the same without its year, the time of day, or day and time. */
export type InstantForm = 'day' | 'monthday' | 'clock' | 'daytime';

/** A moment as people here read it: Jalali calendar, Tehran time, the locale's digits. */
export function instantAs(form: InstantForm, locale: Locale, moment: Date): string {
  return formats[locale][form]
    .formatToParts(moment)
    .filter(({ type }) => type !== 'era')
    .map(({ value }) => value)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const monthday = { day: 'numeric', month: 'long' } as const;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

const inTehran = (tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(tag, { timeZone: 'Asia/Tehran', calendar: 'persian', ...options });

const formsOf = (tag: string): Record<InstantForm, Intl.DateTimeFormat> => ({
  day: inTehran(tag, day),
  monthday: inTehran(tag, monthday),
  clock: inTehran(tag, clock),
  daytime: inTehran(tag, { ...day, ...clock }),
});

const formats: Readonly<Record<Locale, Record<InstantForm, Intl.DateTimeFormat>>> = {
  fa: formsOf(localeTags.fa),
  en: formsOf(localeTags.en),
};
