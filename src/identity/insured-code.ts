import { bareDigits, onlyDigits } from './digits.js';
import { accepted, refused, refusedLength, type Parsed } from './parsed.js';

export const insuredCodeErrors = [
  'insured-code-not-digits',
  'insured-code-too-short',
  'insured-code-too-long',
  'insured-code-misshapen',
] as const;

export type InsuredCodeError = (typeof insuredCodeErrors)[number];

/** The shape of an insured code when the insurer does not set another. */
export const defaultInsuredCodePattern = /^\d{4,12}$/;

/** As many characters as a member's row holds; nothing longer ever meets the insurer's pattern. */
const longest = 32;

/** An insured code, without separators. The pattern, too, describes it without them. */
export function parseInsuredCode(
  text: string,
  pattern: RegExp = defaultInsuredCodePattern,
): Parsed<string, InsuredCodeError> {
  const code = bareDigits(text);
  if (code.length <= longest && pattern.test(code)) return accepted(code);
  if (!onlyDigits(code)) return refused('insured-code-not-digits');
  if (code.length > longest || fitsWhenShorter(code, pattern)) {
    return refusedLength('insured-code-too-long', code.length);
  }
  if (fitsWhenLonger(code, pattern)) return refusedLength('insured-code-too-short', code.length);
  return refused('insured-code-misshapen');
}

const fitsWhenShorter = (code: string, pattern: RegExp): boolean =>
  Array.from(code, (_, end) => code.slice(0, end)).some((shorter) => pattern.test(shorter));

const fitsWhenLonger = (code: string, pattern: RegExp): boolean =>
  Array.from({ length: longest - code.length }, (_, more) => code + '0'.repeat(more + 1)).some((longer) =>
    pattern.test(longer),
  );
