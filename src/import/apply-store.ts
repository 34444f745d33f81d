import { Between, In } from 'typeorm';
import { Coverage } from '../../entities/coverage.js';
import { ImportRow } from '../../entities/import-row.js';
import type { ImportRun } from '../../entities/import-run.js';
import { Member } from '../../entities/member.js';
import type { Transaction } from '../db/transaction.js';
import { changedCount } from '../db/changed.js';
import { unaskedOfOverlaps } from '../db/overlap-rule.js';
import { personalColumns } from '../keys/personal-fields.js';
import { databaseNames } from './database-names.js';

/** Lines of one run, both ends included. */
export interface RowWindow {
  runId: number;
  from: number;
  to: number;
}

/** A period as it is to be; without a number it is a new one. */
export type Cover = Pick<Coverage, 'memberId' | 'startsOn' | 'endsOn'> & { id?: number };

/** What a run changes of the members, by the thousand. */
export interface ApplyStore {
  /** The next lines of the run after this one; null: none. */
  linesAfter(run: ImportRun, line: number): Promise<RowWindow | null>;
  /** Marks the newcomers that somebody else has entered meanwhile; returns how many. */
  overtakeNewcomers(lines: RowWindow): Promise<number>;
  /** Enters the newcomers of these lines with their cover. */
  enterNewcomers(lines: RowWindow): Promise<void>;
  /** Rows with one of these verdicts. */
  rows(lines: RowWindow, verdicts: readonly ImportRow['verdict'][]): Promise<ImportRow[]>;
  overtake(rows: readonly ImportRow[]): Promise<void>;
  /** Holds these members until the transaction ends. */
  lockForUpdate(ids: readonly number[]): Promise<Map<number, Member>>;
  /** Writes what is personal of these members. */
  writeMembers(members: readonly Member[]): Promise<void>;
  covers(memberIds: readonly number[]): Promise<Coverage[]>;
  writeCovers(covers: readonly Cover[]): Promise<void>;
}

export function makeApplyStore(tx: Transaction): ApplyStore {
  const personal = databaseNames(tx, personalColumns);
  const between = ({ runId, from, to }: RowWindow): number[] => [runId, from, to];
  return {
    linesAfter: async ({ id: runId }, line) => {
      const [found] = await tx.query<{ first: number | null; last: number | null }[]>(nextLines, [
        runId,
        line,
      ]);
      return found?.first && found.last ? { runId, from: found.first, to: found.last } : null;
    },

    overtakeNewcomers: async ({ runId, from, to }) => {
      const overtaken = tx.createQueryBuilder().update(ImportRow).set({ verdict: 'overtaken' });
      const there = 'insured_code IN (SELECT insured_code FROM members)';
      const newcomers = `run_id = :runId AND line BETWEEN :from AND :to AND verdict = 'new' AND ${there}`;
      return changedCount(await overtaken.where(newcomers, { runId, from, to }).execute());
    },

    enterNewcomers: async (lines) => {
      await tx.query(newMembers(personal), between(lines));
      // Of each of whom the statement before has made, and nobody else has seen, the one and only period.
      await unaskedOfOverlaps(tx, () => tx.query(newCovers, between(lines)));
    },

    rows: ({ runId, from, to }, verdicts) =>
      tx.findBy(ImportRow, { runId, line: Between(from, to), verdict: In([...verdicts]) }),

    overtake: async (rows) => {
      const [first] = rows;
      if (!first) return;
      const line = In(rows.map((row) => row.line));
      await tx.update(ImportRow, { runId: first.runId, line }, { verdict: 'overtaken' });
    },

    lockForUpdate: async (ids) => {
      await tx.update(Member, { id: In([...ids]) }, { revision: () => 'revision + 1' });
      const members = await tx.findBy(Member, { id: In([...ids]) });
      return new Map(members.map((member) => [member.id, member]));
    },

    writeMembers: async (members) => {
      if (members.length === 0) return;
      const written = tx
        .createQueryBuilder()
        .insert()
        .into(Member)
        .values([...members])
        .updateEntity(false);
      await written
        .orUpdate([...personal, 'mobile_source', 'key_id', 'left_at', 'left_run'], ['id'])
        .execute();
    },

    covers: (memberIds) => tx.findBy(Coverage, { memberId: In([...memberIds]) }),

    writeCovers: async (covers) => {
      if (covers.length === 0) return;
      const written = tx
        .createQueryBuilder()
        .insert()
        .into(Coverage)
        .values([...covers])
        .updateEntity(false);
      await written.orUpdate(['starts_on', 'ends_on'], ['id']).execute();
    },
  };
}

/** Few enough that whoever waits for one of these members, or on SQLite for the database, does not notice. */
const linesAtOnce = 1_000;

const nextLines = `
  SELECT MIN(line) AS first, MAX(line) AS last
  FROM (SELECT line FROM import_rows WHERE run_id = ? AND line > ? ORDER BY line LIMIT ${linesAtOnce}) next_lines`;

/** The database copies them by itself: nothing of them has to come here and go back. */
const newMembers = (personal: readonly string[]): string => `
  INSERT INTO members (insured_code, ${personal.join(', ')}, mobile_source, key_id, created_at)
  SELECT item.insured_code, ${personal.map((name) => `item.${name}`).join(', ')},
    CASE WHEN item.mobile IS NULL THEN NULL ELSE 'insurer' END, run.key_id, run.touched_at
  FROM import_rows item JOIN import_runs run ON run.id = item.run_id
  WHERE item.run_id = ? AND item.line BETWEEN ? AND ? AND item.verdict = 'new'`;

const newCovers = `
  INSERT INTO coverages (member_id, starts_on, ends_on)
  SELECT member.id, item.cover_from, item.cover_to
  FROM import_rows item JOIN members member ON member.insured_code = item.insured_code
  WHERE item.run_id = ? AND item.line BETWEEN ? AND ? AND item.verdict = 'new'`;
