import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, gregorianDay } from '../../src/calendar/day.js';
import { jalaliDay, jalaliOf, writeJalali } from '../../src/calendar/jalali.js';
import { dayInTehran, startOfDay } from '../../src/calendar/tehran.js';

/** From the first day of 1300 to the last of 1500. */
const firstDay = '1921-03-21';
const dayCount = 73_414;
const days = fc.integer({ min: 0, max: dayCount - 1 }).map((count) => addDays(firstDay, count));

const persian = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

function asPlatformSays(day: string) {
  const part = Object.fromEntries(
    persian.formatToParts(new Date(`${day}T00:00:00Z`)).map(({ type, value }) => [type, Number(value)]),
  );
  return { year: part.year, month: part.month, date: part.day };
}

describe('days in both calendars', () => {
  it('every day of 1300 to 1500 has the Jalali numbers that the platform gives it', () => {
    for (let count = 0; count < dayCount; count += 7) {
      const day = addDays(firstDay, count);
      expect(jalaliOf(day), day).toEqual(asPlatformSays(day));
    }
    expect(jalaliOf(addDays(firstDay, dayCount - 1))).toMatchObject({ year: 1500, month: 12 });
    expect(jalaliOf(addDays(firstDay, dayCount))).toEqual({ year: 1501, month: 1, date: 1 });
  });

  it('there and back is the same day', () => {
    fc.assert(fc.property(days, (day) => jalaliDay(jalaliOf(day)) === day));
  });

  it('the thirtieth of Esfand exists in leap years only', () => {
    expect(jalaliDay({ year: 1403, month: 12, date: 30 })).toBe('2025-03-20');
    expect(jalaliDay({ year: 1404, month: 12, date: 30 })).toBeNull();
    expect(jalaliDay({ year: 1404, month: 7, date: 31 })).toBeNull();
    expect(gregorianDay(2025, 2, 29)).toBeNull();
  });

  it('Jalali days sort as text in the order of time', () => {
    fc.assert(fc.property(days, days, (a, b) => a < b === writeJalali(a) < writeJalali(b)));
    expect(writeJalali('2025-09-23')).toBe('1404/07/01');
  });

  it('counting days forward and measuring them agree', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4_000, max: 4_000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });
});

describe('days in Tehran', () => {
  const since1360 = days.filter((day) => day > '1981-03-21');

  it('a day begins where the day before ends, summer time or not', () => {
    fc.assert(
      fc.property(since1360, (day) => {
        const start = startOfDay(day);
        expect(dayInTehran(start)).toBe(day);
        expect(dayInTehran(new Date(start.getTime() - 1))).toBe(addDays(day, -1));
      }),
    );
  });

  it('late evening in London is already tomorrow', () => {
    expect(dayInTehran(new Date('2025-09-22T20:29:59Z'))).toBe('2025-09-22');
    expect(dayInTehran(new Date('2025-09-22T20:30:00Z'))).toBe('2025-09-23');
    expect(startOfDay('2021-06-01').toISOString()).toBe('2021-05-31T19:30:00.000Z');
  });

  it('what is no day has no beginning', () => {
    expect(() => startOfDay('2025-02-30')).toThrow(RangeError);
  });
});
