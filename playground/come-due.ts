import { clockInTehran, dayInTehran } from '../src/calendar/tehran.js';

const minute = 60_000;

/** Whether a time of the timetable (second, minute, hour, day, month, weekday in Tehran) lies in a span; by the minute. */
export function comesDue(when: string, after: Date, until: Date): boolean {
  const [, ...fields] = when.split(' ');
  for (let at = Math.floor(after.getTime() / minute) * minute; at <= until.getTime(); at += minute) {
    const parts = partsOf(new Date(at));
    if (fields.every((field, place) => matches(field, parts[place] ?? NaN))) return true;
  }
  return false;
}

function partsOf(moment: Date): number[] {
  const [hour = NaN, minutes = NaN] = clockInTehran(moment).split(':').map(Number);
  const day = dayInTehran(moment);
  const [, month = NaN, date = NaN] = day.split('-').map(Number);
  return [minutes, hour, date, month, new Date(`${day}T00:00:00Z`).getUTCDay()];
}

/** `*`, `7` or `1-5`, each with a step or without, and lists of these. */
function matches(field: string, value: number): boolean {
  return field.split(',').some((part) => {
    const [range = '', step = '1'] = part.split('/');
    const [from = NaN, to = from] = range === '*' ? [0, Infinity] : range.split('-').map(Number);
    return value >= from && value <= to && (value - from) % Number(step) === 0;
  });
}
