import { readdirSync, readlinkSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { person } from '../../playground/cast.js';
import { makeDuplicateIndex, type DuplicateIndex } from '../../src/import/duplicate-index.js';
import { findings, listOf } from './sara-rows.js';

const laleh = person('laleh');

describe('rows are compared with those before them', () => {
  it('the same insured code a second time is refused, in whatever digits, and names the first row', async () => {
    const readings = await listOf({}, { code: '۳۱-۰۰۰۱', id: laleh.nationalId });
    expect(readings[1]).toMatchObject({ kind: 'faulty', line: 3 });
    expect(findings(readings[1])).toContainEqual(
      expect.objectContaining({ column: 'insured-code', reason: 'import-code-twice', firstLine: 2 }),
    );
  });

  it('also when the first was wrong in something else', async () => {
    const readings = await listOf({ from: '' }, {});
    expect(readings.map(({ kind }) => kind)).toEqual(['faulty', 'faulty', 'finished']);
  });

  it('a mobile and a national ID of somebody else’s row are accepted and pointed out', async () => {
    const [, reading] = await listOf({}, { code: laleh.insuredCode });
    expect(reading?.kind).toBe('member');
    expect(findings(reading)).toMatchObject([
      { reason: 'import-id-shared', firstLine: 2 },
      { reason: 'import-mobile-shared', firstLine: 2 },
    ]);
  });

  it('a doubtful national ID is accepted and pointed out', async () => {
    const [reading] = await listOf({ id: '0010000012' });
    expect(findings(reading)).toMatchObject([{ column: 'national-id', reason: 'import-id-doubtful' }]);
  });

  it('a hundred thousand codes that differ are all new, and the second time all known', () => {
    const places = Array.from({ length: 100_000 }, (_, n) => ({
      text: String(310_000 + n),
      row: n,
      line: n + 2,
    }));
    const again = places.map(({ text }, n) => ({ text, row: places.length + n, line: 7 }));
    withLinesSeen((seen) => {
      expect(seen.mark(places).filter((earlier) => earlier !== undefined)).toEqual([]);
      expect(seen.mark(again)).toEqual(places.map(({ line }) => line));
    });
  });

  it('no text is taken for another, whatever its letters, zeros and length, and wherever a batch ends', () => {
    const text = fc.oneof(
      fc.stringMatching(/^0{0,4}[0-9]{1,3}$/),
      fc.string({ unit: 'binary', maxLength: 2 }),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 300 }), fc.integer({ min: 1, max: 100 }), (texts, atOnce) => {
        const known = new Map<string, number>();
        const places = texts.map((one, row) => ({ text: one, row, line: row + 2 }));
        const expected = places.map(({ text: one, line }) => {
          const earlier = known.get(one);
          if (earlier === undefined) known.set(one, line);
          return earlier;
        });
        withLinesSeen((seen) => {
          const batches = places.flatMap((_, at) =>
            at % atOnce === 0 ? [places.slice(at, at + atOnce)] : [],
          );
          expect(batches.flatMap((batch) => seen.mark(batch))).toEqual(expected);
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe('what a list said', () => {
  it('is off the disk once it has been read, however long the process lives', () => {
    const scratches = (): number[] =>
      readdirSync('/proc/self/fd').flatMap((fd) => {
        try {
          const file = `/proc/self/fd/${fd}`;
          return readlinkSync(file).includes('/scratch') ? [statSync(file).size] : [];
        } catch {
          return [];
        }
      });
    withLinesSeen((seen) => {
      seen.mark(
        Array.from({ length: 60_000 }, (_, n) => ({ text: `${n} `.repeat(100), row: n, line: n + 2 })),
      );
      expect(Math.max(...scratches())).toBeGreaterThan(0);
    });
    expect(Math.max(0, ...scratches())).toBe(0);
  });
});

function withLinesSeen(work: (seen: DuplicateIndex) => void): void {
  const seen = makeDuplicateIndex(tmpdir());
  try {
    work(seen);
  } finally {
    seen.close();
  }
}
