import { bareDigits, foldDigits, onlyDigits } from './digits.js';
import { accepted, refused, refusedLength, type Parsed } from './parsed.js';

export const codeErrors = [
  'code-not-digits',
  'code-among-letters',
  'code-too-short',
  'code-too-long',
] as const;

export type CodeError = (typeof codeErrors)[number];

/**
 * A one-time code of exactly so many digits, in whatever way it is typed: with spaces, after a word, or within the whole
 * message that brought it. Where a text has two such numbers, which of them is the code is not ours to guess.
 */
export function parseCode(text: string, digits: number): Parsed<string, CodeError> {
  const code = bareDigits(text);
  const [run, another] = runsOf(text, digits);
  if (!onlyDigits(code) && run !== undefined && another === undefined) return accepted(run);
  if (!onlyDigits(code)) return refused(/[0-9]/.test(code) ? 'code-among-letters' : 'code-not-digits');
  if (code.length < digits) return refusedLength('code-too-short', code.length, digits);
  if (code.length > digits) return refusedLength('code-too-long', code.length, digits);
  return accepted(code);
}

/** Numbers of just so many digits that stand in a text. */
const runsOf = (text: string, digits: number): string[] =>
  (foldDigits(text).match(/[0-9]+/g) ?? []).filter(({ length }) => length === digits);
