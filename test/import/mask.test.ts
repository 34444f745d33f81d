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

  it('shows a day as it is, and breaks no line', () => {
    expect(maskCell('01/10/1404')).toBe('01/10/1404');
    expect(maskCell('a\u202e\r\nbcdefgh')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(maskCell('x'.repeat(100_000)).length).toBeLessThan(30);
  });
});
