import { describe, expect, it } from 'vitest';
import { confirmedBy, firstMissing, joined, parseRanges, rangesInText } from '../../src/audit/numbers.js';

const range = (writer: string, from: number, to: number) => ({ writer, from, to });

describe('numbers of the lines of a writer', () => {
  it('are read as they are written', () => {
    const ranges = [
      { from: 1, to: 12 },
      { from: 30, to: 30 },
    ];
    expect(rangesInText(ranges)).toBe('1-12,30-30');
    expect(parseRanges('1-12,30-30')).toEqual(ranges);
    expect([rangesInText([]), parseRanges('')]).toEqual(['', []]);
  });

  it('are joined where they touch or overlap, for each writer by itself', () => {
    const asked = [range('b', 1, 1), range('a', 6, 7), range('a', 1, 5), range('a', 2, 3), range('a', 9, 9)];
    const kept = structuredClone(asked);
    expect(joined(asked)).toEqual([range('a', 1, 7), range('a', 9, 9), range('b', 1, 1)]);
    expect(asked).toEqual(kept);
    expect(joined([range('a', 1, 1), range('b', 2, 2)])).toEqual([range('a', 1, 1), range('b', 2, 2)]);
  });

  it('are confirmed by later lines, and by none that confirms nothing', () => {
    const lines = [
      { writer: 'a', confirms: '1-2' },
      { writer: 'a', confirms: '3-3' },
      { writer: 'a', confirms: null },
      { writer: 'b', confirms: '' },
    ];
    expect(confirmedBy(lines)).toEqual([range('a', 1, 3)]);
  });

  it('are missed from the first on that no line bears', () => {
    const lines = [1, 2, 4].map((number) => ({ writer: 'a', number }));
    expect(firstMissing([range('a', 1, 2)], lines)).toBeNull();
    expect(firstMissing([range('a', 1, 4)], lines)).toEqual({ writer: 'a', number: 3 });
    expect(firstMissing([range('a', 4, 5)], lines)).toEqual({ writer: 'a', number: 5 });
    expect(firstMissing([range('b', 1, 1)], lines)).toEqual({ writer: 'b', number: 1 });
  });
});
