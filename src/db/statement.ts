import type { Transaction } from './transaction.js';

/** What a statement that changes rows came to. */
export interface Changed {
  affected: number;
  /** The number of the first row that an insert has made; */
  firstId: number;
  /** the others follow it, each by so much. */
  step: number;
}

/** A row as a join hands it on that may have found none. */
export type Nullable<Row> = { [Name in keyof Row]: Row[Name] | null };

/** A value as both databases take it. */
type Bound = unknown;

/** Rows that a statement in our own words finds: where it is asked so often that building it would cost more than asking. */
export function readRows<Row>(tx: Transaction, sql: string, bound: readonly Bound[]): Promise<Row[]> {
  return tx.query<Row[]>(sql, [...bound]);
}

/** Is there a row that such a statement finds? */
export const hasRow = async (tx: Transaction, sql: string, bound: readonly Bound[]): Promise<boolean> =>
  (await readRows(tx, sql, bound)).length > 0;

/** What TypeORM hands on: of an insert, MariaDB's whole answer, or SQLite's last number. */
interface Told {
  affected?: number;
  raw: unknown;
}

const stepOn = new WeakMap<object, number>();

/** How far apart the numbers stand that one insert on this connection gives: more than one where two servers take turns at numbering. */
export const noteStep = (connection: object, step: number): void => void stepOn.set(connection, step);

/** The same for one that changes rows. */
export async function changeRows(tx: Transaction, sql: string, bound: readonly Bound[]): Promise<Changed> {
  const runner = tx.queryRunner ?? tx.connection.createQueryRunner();
  try {
    const { affected = 0, raw } = (await runner.query(sql, [...bound], true)) as Told;
    // MariaDB tells the first number, SQLite the last.
    if (typeof raw === 'number') return { affected, firstId: raw - affected + 1, step: 1 };
    const step = stepOn.get((await runner.connect()) as object) ?? 1;
    return { affected, firstId: (raw as { insertId: number }).insertId, step };
  } finally {
    if (runner !== tx.queryRunner) await runner.release();
  }
}

/** A moment as it stands in the rows of both. */
export const storedMoment = (at: Date): string => at.toISOString().slice(0, 23).replace('T', ' ');

/** And back: MariaDB hands it over as a moment, SQLite as the text that it is. */
export const momentOf = (stored: string | Date): Date =>
  stored instanceof Date ? stored : new Date(`${stored.replace(' ', 'T')}Z`);

/** How a statement ends that holds the rows that it finds until the transaction ends, where the database has locks. */
export const forUpdate = ({ connection }: Transaction): string =>
  connection.options.type === 'mysql' ? ' FOR UPDATE' : '';

/**
 * How a statement that locks a row names the other tables that it reads: what stands in a question of its own is read and
 * not locked. It is read as it is once the lock is held, as long as it hangs on the locked row, found by its key.
 */
export const unlockedTable = ({ connection }: Transaction, table: string): string =>
  connection.options.type === 'mysql' ? `(SELECT * FROM ${table})` : table;

/** So many question marks. */
export const marks = (count: number): string => Array<string>(count).fill('?').join(', ');

/**
 * What follows `ON` where there is a row with these columns already, and how its own values are named against those that
 * were given. In MariaDB a column that was set further left has its new value already.
 */
export const conflictOf = ({ connection }: Transaction, columns: string) =>
  connection.options.type === 'mysql'
    ? { update: 'DUPLICATE KEY UPDATE', given: (column: string) => `VALUES(${column})` }
    : { update: `CONFLICT (${columns}) DO UPDATE SET`, given: (column: string) => `excluded.${column}` };
