import { bareDigits, onlyDigits } from './digits.js';
import { accepted, refused, refusedLength, type Parsed } from './parsed.js';

export const codeErrors = [
  'code-not-digits',
  'code-among-letters',
  'code-too-short',
  'code-too-long',
] as const;

export type CodeError = (typeof codeErrors)[number];

/** A one-time code of exactly so many digits. A pasted message is refused: which of its numbers is the code is not ours to guess. */
export function parseCode(text: string, digits: number): Parsed<string, CodeError> {
  const code = bareDigits(text);
  if (!onlyDigits(code)) return refused(/[0-9]/.test(code) ? 'code-among-letters' : 'code-not-digits');
  if (code.length < digits) return refusedLength('code-too-short', code.length, digits);
  if (code.length > digits) return refusedLength('code-too-long', code.length, digits);
  return accepted(code);
}
