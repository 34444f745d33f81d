import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isForeignCode, maskNationalId, parseNationalId } from '../../src/identity/national-id.js';
import { cast } from '../../playground/cast.js';
import { always, digitText, typedAndMeant } from './typing.js';

const certain = (value: string) => ({ ok: true, value, doubtful: false });
const doubtful = (value: string) => ({ ok: true, value, doubtful: true });

describe('a national ID', () => {
  it('of everybody in the cast is accepted without a question', () => {
    for (const { nationalId } of cast) expect(parseNationalId(nationalId)).toEqual(certain(nationalId));
  });

  it('is one ID, however it is typed, and with its leading zeros or without', () => {
    const known = fc.constantFrom(...cast.map(({ nationalId }) => nationalId));
    const shortened = (nationalId: string) =>
      fc.constantFrom(...[0, 1, 2].map((lost) => nationalId.slice(lost)));
    always(typedAndMeant(known, shortened), ({ typed, meant }) =>
      expect(parseNationalId(typed)).toEqual(certain(meant)),
    );
  });

  it('of ten digits has one check digit that is beyond doubt', () => {
    always(digitText(9), (start) => {
      const beyondDoubt = Array.from('0123456789')
        .map((check) => parseNationalId(start + check))
        .filter((answer) => answer.ok && !answer.doubtful);
      expect(beyondDoubt).toHaveLength(/^(\d)\1{8}$/.test(start) ? 0 : 1);
    });
  });

  it.each(Array.from('0123456789', (digit) => digit.repeat(10)))('%s is asked about, not refused', (text) => {
    expect(parseNationalId(text)).toEqual(doubtful(text));
  });

  it.each([
    ['0010000012', doubtful('0010000012')],
    ['10000011', certain('0010000011')],
    // Eleven less the rest from a rest of two on, the rest itself below.
    ['0000000019', certain('0000000019')],
    ['0000000012', doubtful('0000000012')],
    ['109120000001', certain('109120000001')],
    ['0912000000123', { ok: false, error: 'national-id-too-long', hint: { typed: 13 } }],
    ['123456789012', certain('123456789012')],
    ['777777777777', doubtful('777777777777')],
    ['1234567', { ok: false, error: 'national-id-too-short', hint: { typed: 7 } }],
    ['1234567890123', { ok: false, error: 'national-id-too-long', hint: { typed: 13 } }],
    ['12345678901', { ok: false, error: 'national-id-eleven-digits' }],
    ['۰۹۱۲ ۰۰۰ ۰۰۰۱', { ok: false, error: 'national-id-is-mobile' }],
    ['abc0010000011', { ok: false, error: 'national-id-not-digits' }],
    ['', { ok: false, error: 'national-id-not-digits' }],
  ])('«%s»', (text, answer) => {
    expect(parseNationalId(text)).toEqual(answer);
  });

  it('is never cut out of something longer', () => {
    always(digitText(1, 3), (more) => {
      const answer = parseNationalId(`${more}0010000011`);
      expect(answer.ok && answer.value).not.toBe('0010000011');
    });
  });

  it.each([
    ['0010000011', false, '•••••••011'],
    ['123456789012', true, '•••••••••012'],
  ])('%s is a foreign code: %s, and is shown as %s', (nationalId, foreign, shown) => {
    expect(isForeignCode(nationalId)).toBe(foreign);
    expect(maskNationalId(nationalId)).toBe(shown);
  });
});
