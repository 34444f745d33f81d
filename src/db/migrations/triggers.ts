import type { QueryRunner } from 'typeorm';
import { isUnasked } from '../overlap-rule.js';

/** A rule over several rows of a table, which no CHECK can say. */
export interface TriggerDraft {
  name: string;
  table: string;
  /** After which change it is asked. */
  after: 'INSERT' | 'UPDATE';
  /** The change is refused where this holds; the row as changed is `NEW`. */
  refuses: string;
  /** On MariaDB and MySQL: it is not even asked where this variable of the session is set. */
  unasked: string;
  message: string;
}

const overlapping = `EXISTS (SELECT 1 FROM coverages other
  WHERE other.member_id = NEW.member_id AND other.id <> NEW.id
    AND other.starts_on <= NEW.ends_on AND NEW.starts_on <= other.ends_on)`;

/** Periods of cover of one member never overlap. */
export const refuseOverlaps: readonly TriggerDraft[] = (['INSERT', 'UPDATE'] as const).map((after) => ({
  name: `coverages_never_overlap_${after.toLowerCase()}`,
  table: 'coverages',
  after,
  refuses: overlapping,
  unasked: isUnasked,
  message: 'periods of cover of one member overlap',
}));

/**
 * Makes each anew; may be run again. False when the database's account may not make them, as on a server with a binary
 * log: what they watch holds by the program alone then.
 */
export async function createTriggers(runner: QueryRunner, drafts: readonly TriggerDraft[]): Promise<boolean> {
  const isMysql = runner.connection.options.type === 'mysql';
  try {
    await dropTriggers(runner, drafts);
    for (const draft of drafts) await runner.query(isMysql ? forMysql(draft) : forSqlite(draft));
    return true;
  } catch (error) {
    if (!isMysql || !notAllowed.has(Number((error as { errno?: unknown }).errno))) throw error;
    return false;
  }
}

export async function dropTriggers(runner: QueryRunner, drafts: readonly TriggerDraft[]): Promise<void> {
  for (const { name } of drafts) await runner.query(`DROP TRIGGER IF EXISTS ${name}`);
}

/** No right to triggers, and none without a greater one where a binary log is kept. */
const notAllowed = new Set([1142, 1227, 1419]);

const forSqlite = ({ name, table, after, refuses, message }: TriggerDraft): string =>
  `CREATE TRIGGER ${name} AFTER ${after} ON ${table} WHEN ${refuses}
   BEGIN SELECT RAISE(ABORT, '${message}'); END`;

/** Two questions, one within the other: of a single one the server would prepare all that it asks, whatever comes of it. */
const forMysql = ({ name, table, after, refuses, unasked, message }: TriggerDraft): string =>
  `CREATE TRIGGER ${name} AFTER ${after} ON ${table} FOR EACH ROW
   IF ${unasked} IS NULL THEN
     IF ${refuses} THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${message}'; END IF;
   END IF`;
