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

/** The same figures in Latin digits, for what goes into a form. */
export const latin = (text) =>
  text
    .replace(/[۰-۹]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.indexOf(digit))
    .replace(/[٠-٩]/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.indexOf(digit));
