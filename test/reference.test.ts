import { describe, expect, it } from 'vitest';
import { makeReference, referenceAlphabet } from '../src/reference.js';
import { seededRandom } from '../playground/seeded-random.js';

describe('a reference', () => {
  const random = seededRandom('references');
  const references = Array.from({ length: 5_000 }, () => makeReference(random));

  it('is eight characters that nobody mistakes for one another', () => {
    for (const reference of references) expect(reference).toMatch(/^[ACDEFGHJKMNPQRTUVWXY34679]{8}$/);
  });

  it('has every character as often as every other', () => {
    const letters = references.join('');
    const expected = letters.length / referenceAlphabet.length;
    const chiSquare = Array.from(referenceAlphabet)
      .map((letter) => letters.split(letter).length - 1)
      .reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
    // 24 degrees of freedom: a fair draw is above this once in a hundred thousand times.
    expect(chiSquare).toBeLessThan(66);
  });

  it('draws again rather than take a byte that would make some characters likelier', () => {
    const draws = [Buffer.alloc(8, 255), Buffer.alloc(8, 250), Buffer.alloc(8, 3)];
    const random = { bytes: () => draws.shift() ?? Buffer.alloc(0) };
    expect(makeReference(random)).toBe(referenceAlphabet.charAt(3).repeat(8));
  });
});
