/** What happened in all sequences together, so that whoever reads it sees that the model is not empty. */
export interface Tally {
  count(what: string, times?: number): void;
  of(what: string): number;
  /** The most frequent first. */
  toString(): string;
}

export function makeTally(): Tally {
  const counts = new Map<string, number>();
  const of = (what: string): number => counts.get(what) ?? 0;
  return {
    of,
    count: (what, times = 1) => counts.set(what, of(what) + times),
    toString: () =>
      [...counts]
        .toSorted(([, one], [, other]) => other - one)
        .map(([what, times]) => `${what} ${times}`)
        .join(', '),
  };
}
