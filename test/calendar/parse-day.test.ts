import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/day.js';
import { writeJalali } from '../../src/calendar/jalali.js';
import { parseDay } from '../../src/calendar/parse-day.js';

const days = fc.integer({ min: 0, max: 73_413 }).map((count) => addDays('1921-03-21', count));
const persianDigits = (text: string) => text.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit)));

describe('a day as people write it', () => {
  it.each([
    ['۱۴۰۴/۰۷/۰۱', '2025-09-23'],
    ['١٤٠٤/٠٧/٠١', '2025-09-23'],
    ['1404-7-1', '2025-09-23'],
    ['1404.07.01', '2025-09-23'],
    [' \u200f14040701\u200e ', '2025-09-23'],
    ['2025-10-01', '2025-10-01'],
    ['2025/10/1', '2025-10-01'],
    ['2025-10-01 00:00:00', '2025-10-01'],
    ['2025-10-01T00:00:00.000Z', '2025-10-01'],
  ])('%s is understood', (text, day) => {
    expect(parseDay(text)).toEqual({ ok: true, value: day });
  });

  it.each([
    ['01/10/1404', 'day-year-last'],
    ['25-10-2025', 'day-year-last'],
    ['04/07/01', 'day-year-last'],
    ['1404/12/30', 'day-not-in-calendar'],
    ['1404/07/31', 'day-not-in-calendar'],
    ['2025-02-29', 'day-not-in-calendar'],
    ['1404/0/1', 'day-not-in-calendar'],
    ['1204/07/01', 'day-year-far'],
    ['9999-12-31', 'day-year-far'],
    ['', 'day-unreadable'],
    ['45931', 'day-unreadable'],
    ['1404/07-01', 'day-unreadable'],
    ['2025-10-01 13:45:00', 'day-unreadable'],
    ['اول مهر', 'day-unreadable'],
  ])('%s is refused with its reason', (text, error) => {
    expect(parseDay(text)).toEqual({ ok: false, error });
  });

  it('both calendars and both rows of digits lead to the same day', () => {
    fc.assert(
      fc.property(days, (day) => {
        const jalali = writeJalali(day);
        const written = [day, jalali, persianDigits(jalali), jalali.replaceAll('/', '')];
        for (const text of written) expect(parseDay(text)).toEqual({ ok: true, value: day });
      }),
    );
  });

  it('no text makes it throw or dawdle', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => 'ok' in parseDay(text)));
    expect(parseDay('1'.repeat(100_000))).toMatchObject({ ok: false });
  });
});
