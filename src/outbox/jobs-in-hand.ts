import type { OutboxEntry } from '../../entities/outbox-entry.js';

/**
 * The jobs that this process has leased: those that are to be begun, each lane in its order, and those that are at work.
 * A job stays here until its row says that it is over, so that whatever else is leased in this process's name is lost.
 */
export interface JobsInHand {
  /** Their rows are about to be committed. */
  expect(ids: readonly number[]): void;
  /** Their rows have come to an end, or will not be there. */
  forget(ids: readonly number[]): void;
  has(id: number): boolean;
  /** How many rows are leased, or about to be. */
  size(): number;
  /** To be begun, behind what stands in its lane; lanes take turns. */
  add(entries: readonly OutboxEntry[]): void;
  /** Of those that may begin and whose lane is free, the one that has had least: its lane is taken until it is let go. */
  begin(may: (entry: OutboxEntry) => boolean, had: (entry: OutboxEntry) => number): OutboxEntry | null;
  /** Its lane is free again; where it goes on, it stands at its head once more. */
  letGo(entry: OutboxEntry, goesOn: boolean): void;
  /** Not to be begun here after all: all of these, and what stands behind them in their lanes. */
  putBack(meant: (entry: OutboxEntry) => boolean): OutboxEntry[];
  /** How many are to be begun, by kind; of a kind that is not named, none. */
  standing(): ReadonlyMap<string, number>;
}

export function makeJobsInHand(): JobsInHand {
  const ids = new Set<number>();
  /** Those to be begun, by lane, whoever has waited longest for a turn first; what is in no lane is a lane by itself. */
  const lanes = new Map<string, OutboxEntry[]>();
  const taken = new Set<string>();

  const laneOf = ({ lane, id }: OutboxEntry): string => lane ?? `#${id}`;
  return {
    expect: (some) => some.forEach((id) => ids.add(id)),
    forget: (some) => some.forEach((id) => ids.delete(id)),
    has: (id) => ids.has(id),
    size: () => ids.size,
    add(entries) {
      for (const entry of entries) {
        ids.add(entry.id);
        lanes.set(laneOf(entry), [...(lanes.get(laneOf(entry)) ?? []), entry]);
      }
    },
    begin(may, had) {
      let next: { entry: OutboxEntry; had: number } | null = null;
      for (const [lane, [first]] of lanes) {
        if (!first || taken.has(lane) || !may(first)) continue;
        const sofar = had(first);
        if (next === null || sofar < next.had) next = { entry: first, had: sofar };
        if (sofar <= 0) break;
      }
      if (next === null) return null;
      const lane = laneOf(next.entry);
      const [, ...others] = lanes.get(lane) ?? [];
      lanes.delete(lane);
      if (others.length > 0) lanes.set(lane, others);
      taken.add(lane);
      return next.entry;
    },
    letGo(entry, goesOn) {
      const lane = laneOf(entry);
      taken.delete(lane);
      if (goesOn) lanes.set(lane, [entry, ...(lanes.get(lane) ?? [])]);
    },
    putBack(meant) {
      const back: OutboxEntry[] = [];
      for (const [lane, entries] of lanes) {
        const from = entries.findIndex(meant);
        if (from < 0) continue;
        back.push(...entries.slice(from));
        if (from === 0) lanes.delete(lane);
        else lanes.set(lane, entries.slice(0, from));
      }
      return back;
    },
    standing() {
      const counts = new Map<string, number>();
      for (const entries of lanes.values())
        for (const { kind } of entries) counts.set(kind, (counts.get(kind) ?? 0) + 1);
      return counts;
    },
  };
}
