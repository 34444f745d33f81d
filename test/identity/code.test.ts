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
    ['1234', { ok: false, error: 'code-too-short', hint: { typed: 4, wanted: 5 } }],
    ['۱۲۳۴۵۶', { ok: false, error: 'code-too-long', hint: { typed: 6, wanted: 5 } }],
    ['یک دو سه چهار پنج', { ok: false, error: 'code-not-digits' }],
    ['🙂', { ok: false, error: 'code-not-digits' }],
    ['', { ok: false, error: 'code-not-digits' }],
    ['کد: ۱۲۳۴۵', { ok: false, error: 'code-among-letters' }],
    ['12345abc', { ok: false, error: 'code-among-letters' }],
    ['+12345', { ok: false, error: 'code-among-letters' }],
  ])('«%s» is refused with a reason', (text, answer) => {
    expect(parseCode(text, 5)).toEqual(answer);
  });
});
