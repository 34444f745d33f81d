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

    it('may have letters', () => {
      expect(parseInsuredCode('BN-۱۲۳۴', /^BN\d{4}$/)).toEqual({ ok: true, value: 'BN1234' });
    });
  });
});
