import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { systemRandom } from '../../src/random.js';
import { codeOf, isCode } from '../../src/reset/code.js';
import { seededRandom } from '../../playground/seeded-random.js';
import type { Keyring } from '../../src/keys/keyring.js';

const [newKey, oldKey] = [Buffer.alloc(32, 'a newer key of the tests'), Buffer.alloc(32, 'an older key')];
const keyring = makeKeyring({ keys: [newKey, oldKey], random: systemRandom });
const before = makeKeyring({ keys: [oldKey], random: systemRandom });
const keyId = keyring.current;
const challengeIds = fc.stringMatching(/^[0-9a-f]{32}$/);

describe('a one-time code', () => {
  it('has exactly the digits that were asked for, and is the same each time', () => {
    fc.assert(
      fc.property(challengeIds, fc.integer({ min: 5, max: 8 }), (challengeId, digits) => {
        const code = codeOf(keyring, { challengeId, keyId }, digits);
        expect(code).toMatch(new RegExp(`^\\d{${digits}}$`));
        expect(codeOf(keyring, { challengeId, keyId }, digits)).toBe(code);
        expect(isCode(code, code)).toBe(true);
        expect(isCode(code, `${code}0`)).toBe(false);
      }),
    );
  });

  it('still holds after a newer key has come', () => {
    const seed = { challengeId: '0'.repeat(32), keyId: before.current };
    expect(codeOf(keyring, seed, 5)).toBe(codeOf(before, seed, 5));
    expect(codeOf(keyring, { ...seed, keyId }, 5)).not.toBe(codeOf(before, seed, 5));
  });

  it('is equally likely in each of its digits, leading zeros among them', () => {
    const random = seededRandom('codes');
    const codes = 30_000;
    const counts = Array.from({ length: 5 }, () => new Array<number>(10).fill(0));
    for (let made = 0; made < codes; made += 1) {
      const challengeId = random.bytes(16).toString('hex');
      const code = codeOf(keyring, { challengeId, keyId }, 5);
      [...code].forEach((digit, place) => (counts[place]![Number(digit)]! += 1));
    }
    const expected = codes / 10;
    for (const place of counts) {
      const chiSquare = place.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      // Nine degrees of freedom: a fair source exceeds this once in a million times.
      expect(chiSquare).toBeLessThan(44.8);
    }
  });
});

describe('the digits of a code', () => {
  const from = (...words: number[]) => {
    const mac = Buffer.alloc(words.length * 4);
    words.forEach((word, at) => mac.writeUInt32BE(word, at * 4));
    return mac;
  };
  const macs: Record<string, Buffer> = {
    'skips:0': from(4_294_900_000, 4_294_967_295, 4_294_899_999),
    'again:0': from(4_294_900_000, 4_294_900_001),
    'again:1': from(7),
  };
  const keyring = {
    mac: (purpose: string, _key: string, text: string) => {
      if (purpose !== 'code') throw new Error(`what is ${purpose} for?`);
      return macs[text]!;
    },
  } as unknown as Keyring;
  const code = (challengeId: string) => codeOf(keyring, { challengeId, keyId: 'k' }, 5);

  it('are of the first word that makes none of them likelier than another', () => {
    expect(code('skips')).toBe('99999');
  });

  it('are of a next round where no word does', () => {
    expect(code('again')).toBe('00007');
  });
});
