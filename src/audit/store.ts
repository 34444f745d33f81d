import { Between, In, IsNull, LessThan, Like, MoreThan, MoreThanOrEqual, Not } from 'typeorm';
import { AuditEntry } from '../../entities/audit-entry.js';
import type { Transaction } from '../db/transaction.js';
import { writeBeforeCommit, writeUnwritten } from '../db/after-commit.js';
import { updateRows } from '../db/rows.js';
import { changeRows, marks } from '../db/statement.js';
import type { ReadNumbered } from './genuine.js';
import { newLines, type NewLine } from './writer.js';

/** A line that has its place in the chain. */
export type ChainedEntry = AuditEntry & { sequence: number; hash: string };

/** Stands for the hash of a line that the sealer has set aside. */
const refusedMark = 'refused';
/** Lines that the sealer has yet to look at. */
const waiting = { sequence: IsNull(), hash: IsNull() };
/** So many ranges of numbers are asked for at once: SQLite does not nest conditions deeper than a thousand. */
const rangesAtOnce = 200;

/** The rows of the trail. */
export interface AuditStore {
  /** Written before the commit, by one statement for all lines of a transaction. */
  insert(line: NewLine): Promise<void>;
  /** The last sealed line. */
  head(): Promise<ChainedEntry | null>;
  /** The oldest lines without a place. */
  unchained(most: number): Promise<AuditEntry[]>;
  countUnchained(): Promise<number>;
  /** Sets lines without a place aside for good. */
  refuse(ids: readonly number[]): Promise<void>;
  /** The first row that was set aside; null: none was. */
  firstRefused(): Promise<number | null>;
  numbered: ReadNumbered;
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
    insert: (line) => writeBeforeCommit(tx, newLines, line),

    head: async () => {
      const [head] = await tx.find(AuditEntry, {
        where: { sequence: sealed },
        order: { sequence: 'DESC' },
        take: 1,
      });
      return (head as ChainedEntry | undefined) ?? null;
    },

    unchained: (most) => tx.find(AuditEntry, { where: waiting, order: { id: 'ASC' }, take: most }),

    countUnchained: () => tx.countBy(AuditEntry, waiting),

    refuse: async (ids) => {
      await updateRows(tx, AuditEntry, { id: In(ids), sequence: IsNull() }, { hash: refusedMark });
    },

    firstRefused: async () => {
      const where = { sequence: IsNull(), hash: refusedMark };
      return (await tx.findOne(AuditEntry, { where, order: { id: 'ASC' } }))?.id ?? null;
    },

    numbered: async (ranges) => {
      const found: AuditEntry[] = [];
      for (let at = 0; at < ranges.length; at += rangesAtOnce) {
        const where = ranges
          .slice(at, at + rangesAtOnce)
          .map(({ writer, from, to }) => ({ writer, number: Between(from, to) }));
        found.push(...(await tx.find(AuditEntry, { where })));
      }
      return found;
    },

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
