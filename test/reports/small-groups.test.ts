import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewestTold, mergeSmallGroups, type Group } from '../../src/reports/small-groups.js';

const group = fc.record({ kind: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'other'), count: fc.nat(12) });
const groups = fc.uniqueArray(group, { selector: ({ kind }) => kind });
const total = (all: readonly Group<string>[]) => all.reduce((sum, { count }) => sum + count, 0);

describe('nobody is known by a small number', () => {
  it('no group that is told has fewer than five', () => {
    fc.assert(
      fc.property(groups, (all) => mergeSmallGroups(all, 'other').every(({ count }) => count >= fewestTold)),
    );
  });

  it('nothing can be worked out from the total: it is all told, or none of it', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const told = total(mergeSmallGroups(all, 'other'));
        expect(told === total(all) || (told === 0 && total(all) < fewestTold)).toBe(true);
      }),
    );
  });

  it('groups large enough stay as they are, largest first', () => {
    const all = [
      { kind: 'a', count: 7 },
      { kind: 'b', count: 90 },
      { kind: 'c', count: 0 },
    ];
    expect(mergeSmallGroups(all, 'other')).toEqual([all[1], all[0]]);
  });

  it('one small group takes the next smallest with it', () => {
    const all = [
      { kind: 'a', count: 50 },
      { kind: 'b', count: 8 },
      { kind: 'c', count: 2 },
    ];
    expect(mergeSmallGroups(all, 'other')).toEqual([all[0], { kind: 'other', count: 10 }]);
  });
});
