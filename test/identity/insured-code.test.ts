import { describe, expect, it } from 'vitest';
import { parseInsuredCode } from '../../src/identity/insured-code.js';
import { cast } from '../../playground/cast.js';
import { always, digitText, typedAndMeant } from './typing.js';

describe('an insured code', () => {
  it('is one code, however it is typed', () => {
    always(typedAndMeant(digitText(4, 12)), ({ typed, meant }) =>
      expect(parseInsuredCode(typed)).toEqual({ ok: true, value: meant }),
    );
  });

  it('of everybody in the cast is accepted', () => {
    for (const { insuredCode } of cast) {
      expect(parseInsuredCode(insuredCode)).toEqual({ ok: true, value: insuredCode });
    }
  });

  it.each([
    ['310', 'insured-code-too-short', 3],
    ['۱۲۳۴۵۶۷۸۹۰۱۲۳', 'insured-code-too-long', 13],
    ['1'.repeat(4_096), 'insured-code-too-long', 4_096],
  ])('%.20s is told its length', (text, error, typed) => {
    expect(parseInsuredCode(text)).toEqual({ ok: false, error, hint: { typed } });
  });

  it.each(['', '---', 'سی و یک هزار', '310001/1', 'A310001', '🙂', '31000x'])(
    '«%s» is asked for in digits',
    (text) => {
      expect(parseInsuredCode(text)).toEqual({ ok: false, error: 'insured-code-not-digits' });
    },
  );

  describe('with a shape of the insurer’s own', () => {
    const pattern = /^7\d{5}(\d{2})?$/;

    it.each([
      ['700001', { ok: true, value: '700001' }],
      ['70000123', { ok: true, value: '70000123' }],
      ['70000', { ok: false, error: 'insured-code-too-short', hint: { typed: 5 } }],
      ['700001234', { ok: false, error: 'insured-code-too-long', hint: { typed: 9 } }],
      ['310001', { ok: false, error: 'insured-code-misshapen' }],
    ])('%s', (text, answer) => {
      expect(parseInsuredCode(text, pattern)).toEqual(answer);
    });

    it.each([
      ['of as many digits as a row holds', '7'.repeat(32), /^\d+$/, { ok: true, value: '7'.repeat(32) }],
      [
        'of more, although it would fit',
        '7'.repeat(33),
        /^\d+$/,
        { ok: false, error: 'insured-code-too-long', hint: { typed: 33 } },
      ],
      [
        'of more, which nothing shorter would fit',
        '7'.repeat(40),
        /^\d{40}$/,
        { ok: false, error: 'insured-code-too-long', hint: { typed: 40 } },
      ],
      [
        'of as many, which nothing shorter would fit',
        '1'.repeat(32),
        /^7\d{5}$/,
        { ok: false, error: 'insured-code-misshapen' },
      ],
      [
        'that would fit only if it were longer than a row',
        '70000',
        /^7\d{32}$/,
        { ok: false, error: 'insured-code-misshapen' },
      ],
    ])('%s', (_, text, shape, answer) => {
      expect(parseInsuredCode(text, shape)).toEqual(answer);
    });

    it('may have letters', () => {
      expect(parseInsuredCode('BN-۱۲۳۴', /^BN\d{4}$/)).toEqual({ ok: true, value: 'BN1234' });
    });
  });
});
