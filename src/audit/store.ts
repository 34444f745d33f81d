import { In, IsNull, LessThan, Like, MoreThan, MoreThanOrEqual, Not } from 'typeorm';
import { AuditEntry } from '../../entities/audit-entry.js';
import type { Transaction } from '../db/transaction.js';
import { changedOne } from '../db/changed.js';

/** A line that has its place in the chain. */
export type ChainedEntry = AuditEntry & { sequence: number; hash: string };

/** The rows of the trail. */
export interface AuditStore {
  insert(entry: Omit<AuditEntry, 'id'>): Promise<void>;
  /** The last sealed line. */
  head(): Promise<ChainedEntry | null>;
  /** The oldest lines without a place. */
  unchained(most: number): Promise<AuditEntry[]>;
  countUnchained(): Promise<number>;
  /** The sealed lines after this place, in order. */
  chainedAfter(sequence: number, most: number): Promise<ChainedEntry[]>;
  /** The first and the last place of lines from one moment up to another; null when there are none. */
  placesWithin(from: Date, until: Date): Promise<{ first: number; last: number } | null>;
  /** The sealed line in this place. */
  chainedAt(sequence: number): Promise<ChainedEntry | null>;
  /** Who wrote such lines about a member since then, whoever begins like this; the latest first. */
  actorsOf(
    lines: { memberId: number; events: string[]; since: Date; begins: string },
    most: number,
  ): Promise<string[]>;
  /** Gives a line its place; false when it has one. Throws when the place is taken. */
  chain(id: number, sequence: number, hash: string): Promise<boolean>;
  rehash(id: number, hash: string): Promise<void>;
}

export function makeAuditStore(tx: Transaction): AuditStore {
  const sealed = Not(IsNull());
  return {
    insert: async (entry) => {
      await tx.insert(AuditEntry, entry);
    },

    head: async () => {
      const [head] = await tx.find(AuditEntry, {
        where: { sequence: sealed },
        order: { sequence: 'DESC' },
        take: 1,
      });
      return (head as ChainedEntry | undefined) ?? null;
    },

    unchained: (most) =>
      tx.find(AuditEntry, { where: { sequence: IsNull() }, order: { id: 'ASC' }, take: most }),

    countUnchained: () => tx.countBy(AuditEntry, { sequence: IsNull() }),

    chainedAfter: async (sequence, most) => {
      const after = { where: { sequence: MoreThan(sequence) }, order: { sequence: 'ASC' as const } };
      return (await tx.find(AuditEntry, { ...after, take: most })) as ChainedEntry[];
    },

    placesWithin: async (from, until) => {
      const places = await tx
        .createQueryBuilder(AuditEntry, 'entry')
        .select('MIN(entry.sequence)', 'first')
        .addSelect('MAX(entry.sequence)', 'last')
        .where({ at: MoreThanOrEqual(from) })
        .andWhere({ at: LessThan(until) })
        .getRawOne<{ first: number | null; last: number | null }>();
      const { first, last } = places ?? { first: null, last: null };
      return first === null || last === null ? null : { first: Number(first), last: Number(last) };
    },

    chainedAt: async (sequence) => (await tx.findOneBy(AuditEntry, { sequence })) as ChainedEntry | null,

    actorsOf: async ({ memberId, events, since, begins }, most) => {
      const rows = await tx
        .createQueryBuilder(AuditEntry, 'entry')
        .select('entry.actor', 'actor')
        .where({ memberId, event: In(events), at: MoreThanOrEqual(since), actor: Like(`${begins}%`) })
        .groupBy('entry.actor')
        .orderBy('MAX(entry.id)', 'DESC')
        .limit(most)
        .getRawMany<{ actor: string }>();
      return rows.map(({ actor }) => actor);
    },

    chain: async (id, sequence, hash) => {
      const placed = await tx.update(AuditEntry, { id, sequence: IsNull() }, { sequence, hash });
      return changedOne(placed);
    },

    rehash: async (id, hash) => {
      await tx.update(AuditEntry, { id, sequence: sealed }, { hash });
    },
  };
}
