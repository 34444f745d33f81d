import { changeRows, marks, readRows } from './statement.js';
import type { Transaction } from './transaction.js';

/** So many rows at most are changed together by a job of the timetable: many would hold up whoever is served meanwhile, on SQLite everybody. */
export const rowsPerPage = 1_000;

/** Rows by a condition in our own words. */
export interface Rows {
  table: string;
  /** What tells one from another; `id` if nothing is said. */
  key?: string;
  where: string;
  bound: readonly unknown[];
}

/** Removes a page of them; returns how many. */
export const deletePage = (tx: Transaction, rows: Rows): Promise<number> =>
  changePage(tx, rows, `DELETE FROM ${rows.table}`);

/** Changes a page of them as `set` says, after which they are such rows no more; returns how many. */
export const updatePage = (tx: Transaction, rows: Rows, set: string): Promise<number> =>
  changePage(tx, rows, `UPDATE ${rows.table} SET ${set}`);

async function changePage(tx: Transaction, rows: Rows, change: string): Promise<number> {
  const { table, key = 'id', where, bound } = rows;
  const found = await readRows<{ one: unknown }>(
    tx,
    `SELECT \`${key}\` AS one FROM ${table} WHERE ${where} LIMIT ${rowsPerPage}`,
    bound,
  );
  if (found.length === 0) return 0;
  const keys = found.map(({ one }) => one);
  // Looked at again: one of them may have been changed since it was read.
  const sql = `${change} WHERE \`${key}\` IN (${marks(keys.length)}) AND (${where})`;
  return (await changeRows(tx, sql, [...keys, ...bound])).affected;
}
