import { foldDigits } from '../src/identity/digits.js';
import type { Parsed } from '../src/identity/parsed.js';

/** Digits with what people put between them. */
const number = /\+?[0-9](?:[\s().\-_]*[0-9])*/g;

/**
 * What is asked for with words around it, as «کد ملی: ۰۰۱۲۳۴۵۶۷۸», is the one number in it. Where a text has two, which of
 * them is meant is not ours to guess.
 */
export function amongWords<T extends Parsed<string, string>>(text: string, parse: (text: string) => T): T {
  const whole = parse(text);
  if (whole.ok || !whole.error.endsWith('-not-digits')) return whole;
  const [only, another] = foldDigits(text).match(number) ?? [];
  return only === undefined || another !== undefined ? whole : parse(only);
}
