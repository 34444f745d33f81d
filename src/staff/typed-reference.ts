import { foldDigits } from '../identity/digits.js';
import { referenceAlphabet } from '../reference.js';

const shape = new RegExp(`^[${referenceAlphabet}]{8}$`);

/** A reference as members dictate it: small letters, Persian digits, spaces and dashes are forgiven. Null: it is none. */
export function typedReference(text: string): string | null {
  const reference = foldDigits(text)
    .replace(/[\s\p{Cf}\p{Pd}._]/gu, '')
    .toUpperCase();
  return shape.test(reference) ? reference : null;
}
