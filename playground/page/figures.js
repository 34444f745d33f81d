const tehran = 'Asia/Tehran';
const hourMinute = new Intl.DateTimeFormat('fa-IR', {
  timeZone: tehran,
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
const longDay = new Intl.DateTimeFormat('fa-IR-u-ca-persian', {
  timeZone: tehran,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});

/** `۱۴:۰۵`, in Tehran. */
export const clockTime = (instant) => hourMinute.format(instant);

/** Weekday, day and month of the Jalali calendar, in Tehran. */
export const day = (instant) => {
  const parts = Object.fromEntries(longDay.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${parts.weekday} ${parts.day} ${parts.month}`;
};

/** The same figures in Persian digits. */
export const persian = (text) => String(text).replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[digit]);

/** How much so many bytes are, in words. */
export const sizeOf = (bytes) => {
  const unit = bytes < 1_000 ? 'byte' : bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
  const value = bytes / { byte: 1, kilobyte: 1_000, megabyte: 1_000_000 }[unit];
  const style = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: value < 10 ? 1 : 0 };
  return new Intl.NumberFormat('fa-IR', style).format(value);
};

/** The same figures in Latin digits, for what goes into a form. */
export const latin = (text) =>
  text
    .replace(/[۰-۹]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.indexOf(digit))
    .replace(/[٠-٩]/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.indexOf(digit));
