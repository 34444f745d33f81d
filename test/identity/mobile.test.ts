import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskMobile, parseMobile } from '../../src/identity/mobile.js';
import { always, digitText, typedAndMeant } from './typing.js';

const prefixes = ['0', '', '98', '+98', '0098', '980', '+980', '00980'];

describe('a mobile number', () => {
  it('is one number in every form in which people write it', () => {
    const numbers = digitText(9).map((rest) => `09${rest}`);
    const written = (number: string) =>
      fc.constantFrom(...prefixes.map((prefix) => prefix + number.slice(1)));
    always(typedAndMeant(numbers, written), ({ typed, meant }) =>
      expect(parseMobile(typed)).toEqual({ ok: true, value: meant }),
    );
  });

  it.each([
    '+98 (912) 000-0001',
    '(0912) 000 0001',
    '+98 (0)912 000 0001',
    '+98 00912 000 0001',
    '\u2066+98\u2069 912 000 00 01',
    '[0912] 000 00 01',
    '۰۹۱۲-۰۰۰-۰۰-۰۱',
    '٠٩١٢٠٠٠٠٠٠١',
  ])('«%s» is 09120000001', (text) => {
    expect(parseMobile(text)).toEqual({ ok: true, value: '09120000001' });
  });

  it.each([
    ['0912000000', 'mobile-too-short'],
    ['912', 'mobile-too-short'],
    ['091200000012', 'mobile-too-long'],
    ['09120000001 09120000002', 'mobile-too-long'],
    ['021880000001', 'mobile-too-long'],
    ['123456789012', 'mobile-too-long'],
    ['02188000000', 'mobile-landline'],
    ['+98 21 8800 0000', 'mobile-landline'],
    ['2188000000', 'mobile-landline'],
    ['0010000011', 'mobile-is-national-id'],
    ['001-000001-1', 'mobile-is-national-id'],
    ['۱۲۳۴۵۶۷۸۹۱', 'mobile-is-national-id'],
    ['+1 202 555 0100', 'mobile-foreign'],
    ['00441632960000', 'mobile-foreign'],
    ['+09120000001', 'mobile-foreign'],
    ['صفر نهصد و دوازده', 'mobile-not-digits'],
    ['tel:09120000001', 'mobile-not-digits'],
    ['09120000001 داخلی ۲', 'mobile-not-digits'],
    ['0912+0000001', 'mobile-not-digits'],
    ['', 'mobile-not-digits'],
    ['+', 'mobile-not-digits'],
    ['()', 'mobile-not-digits'],
  ])('«%s» is refused as %s', (text, error) => {
    expect(parseMobile(text)).toMatchObject({ ok: false, error });
  });

  it.each([
    ['912', 'mobile-too-short', 3],
    ['0912000000', 'mobile-too-short', 10],
    ['+98 912 000 000', 'mobile-too-short', 10],
    ['98 912 000 000', 'mobile-too-short', 10],
    ['+98 00912 000 000', 'mobile-too-short', 10],
    ['+98 00912 000 0001 2', 'mobile-too-long', 12],
    ['0098 912 000 000', 'mobile-too-short', 10],
    ['912 000 0001 2', 'mobile-too-long', 12],
    ['+98 912 000 0001 2', 'mobile-too-long', 12],
    ['0912 000 0001 2', 'mobile-too-long', 12],
  ])('«%s» is told a length that is not the right one: %s, %i', (text, error, typed) => {
    expect(parseMobile(text)).toEqual({ ok: false, error, hint: { typed, wanted: 11 } });
  });

  it('is shown by its first four and last two digits', () => {
    expect(maskMobile('09120000089')).toBe('0912•••••89');
  });
});
