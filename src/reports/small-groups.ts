/** So many people stand behind each number that is told by name. */
export const fewestTold = 5;

export interface Group<Kind extends string> {
  kind: Kind;
  count: number;
}

/**
 * Merges groups of fewer than `fewest` into `other`, largest first, so that nobody is known by being one of three; `other`
 * takes in the next smallest group when it would be too small itself. When even all together are too few, nothing is told.
 */
export function mergeSmallGroups<Kind extends string>(
  groups: readonly Group<Kind>[],
  other: Kind,
  fewest = fewestTold,
): Group<Kind>[] {
  const named = groups.filter(({ kind, count }) => kind !== other && count > 0).sort(byCount);
  const merged = { kind: other, count: total(groups.filter(({ kind }) => kind === other)) };
  const isTold = (count: number): boolean => count === 0 || count >= fewest;
  while (named.length > 0 && !(isTold(merged.count) && isTold(named.at(-1)?.count ?? 0))) {
    merged.count += named.pop()?.count ?? 0;
  }
  return merged.count >= fewest ? [...named, merged] : named;
}

const byCount = (one: Group<string>, another: Group<string>): number => another.count - one.count;

const total = (groups: readonly Group<string>[]): number => groups.reduce((sum, { count }) => sum + count, 0);
