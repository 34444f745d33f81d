import type { Random } from './random.js';

/** Capitals and digits that nobody mistakes for one another, read aloud or written by hand. */
export const referenceAlphabet = 'ACDEFGHJKMNPQRTUVWXY34679';

const length = 8;

/** Bytes from here on would make the first letters likelier than the last. */
const fairBytes = 256 - (256 % referenceAlphabet.length);

/** A number for support to find a refusal or a failure by: 8 characters, random, so that nobody can count through them. */
export function makeReference(random: Random): string {
  let reference = '';
  while (reference.length < length) {
    for (const byte of random.bytes(length)) {
      if (byte < fairBytes && reference.length < length) {
        reference += referenceAlphabet.charAt(byte % referenceAlphabet.length);
      }
    }
  }
  return reference;
}
