import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareDigits, foldDigits, onlyDigits } from '../../src/identity/digits.js';
import { always, anyText, digitText, typedAndMeant } from './typing.js';

const oddOnes = fc.constantFrom('x', 'س', '🙂', '/', '#', '\u0000', '²', '१');

describe('digits', () => {
  it('read the same in Persian, Arabic and Latin', () => {
    expect(foldDigits('۰۱۲۳۴۵۶۷۸۹')).toBe('0123456789');
    expect(foldDigits('٠١٢٣٤٥٦٧٨٩')).toBe('0123456789');
    expect(foldDigits('کد ۱۲ و ٣٤ و 56')).toBe('کد 12 و 34 و 56');
  });

  it('mean the same however they are spaced, dashed and marked', () => {
    always(typedAndMeant(digitText(1, 20)), ({ typed, meant }) => expect(bareDigits(typed)).toBe(meant));
  });

  it('are not made by dropping what is not a digit', () => {
    always(fc.tuple(digitText(1, 5), oddOnes), ([digits, odd]) => {
      expect(onlyDigits(bareDigits(digits + odd))).toBe(false);
      expect(onlyDigits(bareDigits(odd + digits))).toBe(false);
    });
  });

  it('once bare, stay as they are', () => {
    always(anyText, (text) => expect(bareDigits(bareDigits(text))).toBe(bareDigits(text)));
  });
});
