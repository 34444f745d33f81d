import { In, IsNull, LessThan, Like, MoreThan, MoreThanOrEqual, Not } from 'typeorm';
import { AuditEntry } from '../../entities/audit-entry.js';
import type { Transaction } from '../db/transaction.js';
import { afterCommit, writeBeforeCommit, writeUnwritten, type Batch } from '../db/after-commit.js';
import { noteUnsealed } from './unsealed.js';
import { insertRows } from '../db/rows.js';
import { changeRows, marks } from '../db/statement.js';

/** A line that has its place in the chain. */
export type ChainedEntry = AuditEntry & { sequence: number; hash: string };

type NewEntry = Omit<AuditEntry, 'id'>;

const newEntries: Batch<NewEntry> = {
  async write(tx, entries) {
    await insertRows(tx, AuditEntry, entries);
    afterCommit(tx, () => noteUnsealed(tx));
  },
};

/** The rows of the trail. */
export interface AuditStore {
  /** Written before the commit, by one statement for all lines of a transaction. */
  insert(entry: NewEntry): Promise<void>;
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
  /** Who wrote the first line under a reference, of those who begin like this. */
  actorOf(reference: string, begins: string): Promise<string | null>;
  /** Gives these lines their places, all or none; false when one of them has one. Throws when a place is taken. */
  chain(places: readonly Pick<ChainedEntry, 'id' | 'sequence' | 'hash'>[]): Promise<boolean>;
  rehash(id: number, hash: string): Promise<void>;
}

export function makeAuditStore(tx: Transaction): AuditStore {
  const sealed = Not(IsNull());
  return {
    insert: (entry) => writeBeforeCommit(tx, newEntries, entry),

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
      await writeUnwritten(tx);
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

    actorOf: async (reference, begins) => {
      const where = { reference, actor: Like(`${begins}%`) };
      return (await tx.findOne(AuditEntry, { where, order: { id: 'ASC' } }))?.actor ?? null;
    },

    chain: async (places) => {
      const { affected } = await changeRows(
        tx,
        `UPDATE audit SET sequence = CASE id ${'WHEN ? THEN ? '.repeat(places.length)}END,` +
          ` hash = CASE id ${'WHEN ? THEN ? '.repeat(places.length)}END` +
          ` WHERE sequence IS NULL AND id IN (${marks(places.length)})`,
        [
          ...places.flatMap(({ id, sequence }) => [id, sequence]),
          ...places.flatMap(({ id, hash }) => [id, hash]),
          ...places.map(({ id }) => id),
        ],
      );
      return affected === places.length;
    },

    rehash: async (id, hash) => {
      await tx.update(AuditEntry, { id, sequence: sealed }, { hash });
    },
  };
}
