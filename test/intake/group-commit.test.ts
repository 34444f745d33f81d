import { describe, expect, it } from 'vitest';
import { groupCommit } from '../../src/intake/group-commit.js';

describe('what is brought one by one', () => {
  /** A store that is slow until it is told to end. */
  const slowStore = () => {
    const groups: (readonly number[])[] = [];
    const ends: ((error?: Error) => void)[] = [];
    const bring = groupCommit((group: readonly number[]) => {
      groups.push(group);
      return new Promise((resolve, reject) => ends.push((error) => (error ? reject(error) : resolve())));
    });
    return { groups, ends, bring };
  };
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('is stored at once, and together with what comes while that is under way', async () => {
    const { groups, ends, bring } = slowStore();
    const stored: number[] = [];
    for (const one of [1, 2, 3]) void bring(one).then(() => stored.push(one));
    expect(groups).toEqual([[1]]);
    ends[0]?.();
    await settled();
    expect([stored, groups]).toEqual([[1], [[1], [2, 3]]]);
    ends[1]?.();
    await settled();
    expect(stored).toEqual([1, 2, 3]);
  });

  it('fails with what it was stored together with, and not with what came before or after', async () => {
    const { ends, bring } = slowStore();
    const told = [1, 2, 3].map((one) =>
      bring(one).then(
        () => 'stored',
        () => 'failed',
      ),
    );
    ends[0]?.();
    await settled();
    ends[1]?.(new Error('away'));
    await settled();
    const later = bring(4);
    ends[2]?.();
    await later;
    expect(await Promise.all(told)).toEqual(['stored', 'failed', 'failed']);
  });

  it('is stored a hundred at a time', async () => {
    const { groups, ends, bring } = slowStore();
    for (let one = 0; one <= 250; one += 1) void bring(one);
    for (let at = 0; at < 4; at += 1) {
      ends[at]?.();
      await settled();
    }
    expect(groups.map(({ length }) => length)).toEqual([1, 100, 100, 50]);
  });
});
