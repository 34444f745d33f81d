import { language } from './words.js';

const tehran = 'Asia/Tehran';
const [figures, calendar] = { fa: ['fa-IR', 'fa-IR-u-ca-persian'], en: ['en-GB', 'en-GB'] }[language];
const hourMinute = new Intl.DateTimeFormat(figures, {
  timeZone: tehran,
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
const longDay = new Intl.DateTimeFormat(calendar, {
  timeZone: tehran,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});

/** Hours and minutes in Tehran, as `14:05`. */
export const clockTime = (instant) => hourMinute.format(instant);

/** Weekday, day and month in Tehran, of the calendar of the page's language. */
export const day = (instant) => {
  const parts = Object.fromEntries(longDay.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${parts.weekday} ${parts.day} ${parts.month}`;
};

/** The same figures in the digits of the page's language. */
export const digits = (text) =>
  language === 'fa' ? String(text).replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[digit]) : String(text);

/** How much so many bytes are, in words. */
export const sizeOf = (bytes) => {
  const unit = bytes < 1_000 ? 'byte' : bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
  const value = bytes / { byte: 1, kilobyte: 1_000, megabyte: 1_000_000 }[unit];
  const style = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: value < 10 ? 1 : 0 };
  return new Intl.NumberFormat(figures, style).format(value);
};

/** The same figures in Latin digits, for what goes into a form. */
export const latin = (text) =>
  text
    .replace(/[۰-۹]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.indexOf(digit))
    .replace(/[٠-٩]/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.indexOf(digit));
