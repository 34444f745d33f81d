import { timingSafeEqual } from 'node:crypto';
import type { Keyring } from '../keys/keyring.js';

/** What a code is derived from: a challenge's random id, and the key that was current when it was opened. */
export interface CodeSeed {
  challengeId: string;
  keyId: string;
}

const words = 2 ** 32;
const wordBytes = 4;

/**
 * The one-time code of a challenge. It is stored nowhere: the same id and key give the same digits, each of them
 * equally likely. Throws when the key is absent.
 */
export function codeOf(keyring: Keyring, { challengeId, keyId }: CodeSeed, digits: number): string {
  const codes = 10 ** digits;
  const fair = words - (words % codes);
  for (let round = 0; ; round += 1) {
    const mac = keyring.mac('code', keyId, `${challengeId}:${round}`);
    for (let at = 0; at < mac.length; at += wordBytes) {
      const word = mac.readUInt32BE(at);
      // Words from `fair` on would make the first codes likelier than the last.
      if (word < fair) return String(word % codes).padStart(digits, '0');
    }
  }
}

/** Is it this code? Takes as long for a wrong one as for the right one. */
export function isCode(expected: string, typed: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(typed)];
  return one.length === other.length && timingSafeEqual(one, other);
}
