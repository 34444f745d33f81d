import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskCell } from '../../src/import/mask.js';
import { listOf, sara } from './sara-rows.js';

describe('what staff are shown', () => {
  it('never holds a whole national ID or mobile, in whatever column it stands', async () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9۰-۹]{8,16}$/), fc.constantFrom('', '-', ' '), (digits, mark) => {
        const shown = maskCell(`${digits.slice(0, 3)}${mark}${digits.slice(3)}`);
        expect(shown.match(/\p{Nd}/gu)?.length).toBeLessThanOrEqual(4);
      }),
    );
    const readings = await listOf({ code: `${sara.nationalId}999`, from: sara.nationalId, id: sara.phone });
    expect(JSON.stringify(readings)).not.toMatch(new RegExp(`${sara.nationalId}|${sara.phone}`));
  });

  it.each([
    '01/10/1404',
    '2026-03-21 08:15',
    '2026-03-21T20:30:00.000Z',
    '2026-03-21 23:59:59.0000000',
    '2026-03-21T00:00:00+03:30',
    '1405/01/01 01:05:00 ب.ظ',
    '۱۴۰۵/۰۱/۰۱ ۱۲:۰۰:۰۰ ق.ظ',
    '3/21/2026 8:15 AM',
  ])('shows a day as it is, also with a time: %s', (day) => {
    expect(maskCell(day)).toBe(day);
  });

  it('shows nothing else that begins with a day', () => {
    for (const text of ['1405/01/01 0912345678', '1405/01/01 09:12 Sara', '1405/01/01 12:34.123456789'])
      expect(maskCell(text)).toMatch(/•/);
  });

  it('breaks no line', () => {
    expect(maskCell('a\u202e\r\nbcdefgh')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(maskCell('x'.repeat(100_000)).length).toBeLessThan(30);
  });
});
