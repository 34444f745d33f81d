import { foldDigits } from '../identity/digits.js';

/** The first word of an argument, and the rest of it. */
export function firstWord(argument: string): [string, string] {
  const [, first = '', rest = ''] = /^(\S*)\s*([^]*)$/.exec(argument.trim()) ?? [];
  return [first, rest];
}

/** All words of an argument. */
export const wordsOf = (argument: string): string[] => argument.split(/\s+/).filter((word) => word !== '');

/** A whole number within bounds, in any digits; null: it is none. */
export function typedCount(text: string, least: number, most: number): number | null {
  const digits = foldDigits(text.trim());
  const count = /^\d{1,4}$/.test(digits) ? Number(digits) : NaN;
  return count >= least && count <= most ? count : null;
}
