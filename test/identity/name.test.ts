import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskName, parseName } from '../../src/identity/name.js';

const taken = (value: string) => ({ ok: true, value });

describe('a name', () => {
  it.each([
    ['with spaces and line ends', '  سارا \t\r\n نیک ', 'سارا نیک'],
    ['with Arabic ye and ke', 'مليكة كي', 'ملیکة کی'],
    ['with its half-space', 'نیک\u200cمنش', 'نیک\u200cمنش'],
    ['with half-spaces beside a space and at its ends', '\u200cسارا\u200c \u200cنیک\u200c', 'سارا نیک'],
    ['with several half-spaces at its ends', '\u200c\u200dسارا\u200d\u200c', 'سارا'],
    ['with marks of direction', '\u200f\u202bسارا\u202c \u2068نیک\u2069\ufeff', 'سارا نیک'],
    ['with marks that stand by themselves', 'Zoe\u0308', 'Zoë'],
    ['with a short number', 'Henry 8', 'Henry 8'],
    ['with a number of seven digits', 'Henry 1234567', 'Henry 1234567'],
  ])('%s is read as it is meant', (_, text, meant) => {
    expect(parseName(text)).toEqual(taken(meant));
    expect(parseName(meant)).toEqual(taken(meant));
  });

  it.each([
    ['that turns what stands beside it', 'سارا\u202e', 'name-hidden-signs'],
    ['with a control sign', 'سا\u0000را', 'name-hidden-signs'],
    ['half a sign', 'سا\ud83d', 'name-hidden-signs'],
    ['without letters', '—', 'name-not-a-name'],
    ['of invisible marks', '\u200f\u200b', 'name-not-a-name'],
    ['with a number of eight digits', 'Henry 12345678', 'name-not-a-name'],
    ['that is a national ID', '۰۰۱۰۰۰۰۰۱۱', 'name-not-a-name'],
    ['with a mobile in it', 'سارا ۰۹۱۲ ۰۰۰ ۰۰۰۱', 'name-not-a-name'],
  ])('%s is refused', (_, text, error) => {
    expect(parseName(text)).toEqual({ ok: false, error });
  });

  it('never holds a sign that moves others, nor one that is not to be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        const parsed = parseName(`س${text}`);
        if (parsed.ok) expect(parsed.value).not.toMatch(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });
});

describe('what staff are shown of a name in a list', () => {
  it.each([
    ['سارا نیک‌منش', 'س••ا ن•••••ش'],
    ['علی', 'ع•ی'],
    ['Jo A', 'J• A•'],
  ])('of %s is %s', (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });

  it('is never a whole name of three letters or more, and never long', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\p{L}{3,200}$/u), (name) => {
        expect(maskName(name)).not.toContain(name);
        expect(maskName(name).length).toBeLessThanOrEqual(12);
      }),
    );
  });
});
