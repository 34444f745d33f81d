import { describe, expect, it } from 'vitest';
import { parseCode } from '../../src/identity/code.js';
import { always, digitText, typedAndMeant } from './typing.js';

describe('a one-time code', () => {
  it('is one code, however it is typed, leading zeros kept', () => {
    always(typedAndMeant(digitText(5, 6)), ({ typed, meant }) =>
      expect(parseCode(typed, meant.length)).toEqual({ ok: true, value: meant }),
    );
  });

  it.each([
    'کد: ۱۲۳۴۵',
    '1 2 3 4 5',
    '12345abc',
    'کد من ١٢٣٤٥ است',
    'کد بازیابی کلمهٔ عبور بیمه نوین: 12345\nدرخواست از تلگرام؛ به کسی ندهید',
    '12345 is your code, valid for 5 minutes. Support: 021-88880000',
  ])('is found in «%s»', (text) => {
    expect(parseCode(text, 5)).toEqual({ ok: true, value: '12345' });
  });

  it.each([
    ['1234', { ok: false, error: 'code-too-short', hint: { typed: 4, wanted: 5 } }],
    ['۱۲۳۴۵۶', { ok: false, error: 'code-too-long', hint: { typed: 6, wanted: 5 } }],
    ['یک دو سه چهار پنج', { ok: false, error: 'code-not-digits' }],
    ['🙂', { ok: false, error: 'code-not-digits' }],
    ['', { ok: false, error: 'code-not-digits' }],
    ['کد: ۱۲۳', { ok: false, error: 'code-among-letters' }],
    ['۱۲۳۴۵ یا ۵۴۳۲۱', { ok: false, error: 'code-among-letters' }],
  ])('«%s» is refused with a reason', (text, answer) => {
    expect(parseCode(text, 5)).toEqual(answer);
  });
});
