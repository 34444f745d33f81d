import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minute, second } from '../../src/durations.js';
import { backOffMs } from '../../src/outbox/back-off.js';
import type { Random } from '../../src/random.js';
import { seededRandom } from '../../playground/seeded-random.js';

/** Chance that gives one and the same byte. */
const always = (byte: number): Random => ({ bytes: (count) => Buffer.alloc(count, byte) });

const tries = fc.integer({ min: 1, max: 2_000 });
const byte = fc.integer({ min: 0, max: 255 });

describe('the wait before a job is tried again', () => {
  it('is twice as long after each try, until it is a minute', () => {
    const shortest = Array.from({ length: 10 }, (_, n) => backOffMs(n + 1, always(0)));
    expect(shortest.map((ms) => (2 * ms) / second)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
  });

  it('lies between half of that and the whole, whatever chance says', () => {
    fc.assert(
      fc.property(tries, byte, (tried, chance) => {
        const whole = Math.min(second * 2 ** (tried - 1), minute);
        const wait = backOffMs(tried, always(chance));
        expect(wait).toBeGreaterThanOrEqual(whole / 2);
        expect(wait).toBeLessThanOrEqual(whole);
      }),
    );
  });

  it('grows with every try for whoever is given the same chance, and is never shorter than before', () => {
    fc.assert(
      fc.property(tries, byte, (tried, chance) => {
        const [before, after] = [backOffMs(tried, always(chance)), backOffMs(tried + 1, always(chance))];
        if (tried < 6) expect(Math.abs(after - 2 * before)).toBeLessThanOrEqual(1);
        else expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('is not the same for all of a crowd that failed together', () => {
    const random = seededRandom('a crowd');
    const waits = Array.from({ length: 200 }, () => backOffMs(7, random));
    expect(new Set(waits).size).toBeGreaterThan(50);
    expect(Math.min(...waits)).toBeLessThan(0.6 * minute);
    expect(Math.max(...waits)).toBeGreaterThan(0.9 * minute);
  });
});
