import { changeRows, marks, readRows, storedMoment } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';
import { day } from '../durations.js';

/** The row of a chat of which nothing else tells is kept for so long; with another language than the usual one, */
const keptMs = 30 * day;
/** for so long: whoever comes back once a year reads what they have chosen. */
const keptWithLanguageMs = 400 * day;

/** In one night; what is left over is for the next. */
const most = 10_000;
const perStatement = 500;

/** Nothing is on its way to or from it, nobody is in a dialogue there or was let in by it, and none of staff writes from it. */
const without = ['inbox', 'dialogues', 'bound_chats', 'challenges', 'staff_accounts']
  .map((table) => `NOT EXISTS (SELECT 1 FROM ${table} WHERE ${table}.chat_key = chats.\`key\`)`)
  .join(' AND ');

/**
 * Removes the rows of chats that have left no trace; returns how many. Whoever writes there in the same moment is
 * handled all the same: a row that is missing is made anew at the turn.
 */
export async function purgeChats(tx: Transaction, now: Date): Promise<number> {
  const before = (ms: number): string => storedMoment(new Date(now.getTime() - ms));
  const rows = await readRows<{ chat: string }>(
    tx,
    `SELECT \`key\` AS chat FROM chats WHERE (created_at < ? AND locale = 'fa' OR created_at < ?) AND ${without} LIMIT ${most}`,
    [before(keptMs), before(keptWithLanguageMs)],
  );
  let removed = 0;
  for (let from = 0; from < rows.length; from += perStatement) {
    const keys = rows.slice(from, from + perStatement).map(({ chat }) => chat);
    // Looked at again: it may have been written to since the rows were read.
    const sql = `DELETE FROM chats WHERE \`key\` IN (${marks(keys.length)}) AND ${without}`;
    removed += (await changeRows(tx, sql, keys)).affected;
  }
  return removed;
}
