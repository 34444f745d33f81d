import { deletePage } from '../db/by-page.js';
import { storedMoment } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';
import { day } from '../durations.js';

/** The row of a chat of which nothing else tells is kept for so long; with another language than the usual one, */
const keptMs = 30 * day;
/** for so long: whoever comes back once a year reads what they have chosen. */
const keptWithLanguageMs = 400 * day;

/** Nothing is on its way to or from it, nobody is in a dialogue there or was let in by it, and none of staff writes from it. */
const without = ['inbox', 'dialogues', 'bound_chats', 'challenges', 'staff_accounts']
  .map((table) => `NOT EXISTS (SELECT 1 FROM ${table} WHERE ${table}.chat_key = chats.\`key\`)`)
  .join(' AND ');

/**
 * Removes a page of the rows of chats that have left no trace; returns how many. Whoever writes there in the same moment is
 * handled all the same: a row that is missing is made anew at the turn.
 */
export function purgeChats(tx: Transaction, now: Date): Promise<number> {
  const before = (ms: number): string => storedMoment(new Date(now.getTime() - ms));
  const where = `(created_at < ? AND locale = 'fa' OR created_at < ?) AND ${without}`;
  return deletePage(tx, {
    ...{ table: 'chats', key: 'key', where },
    bound: [before(keptMs), before(keptWithLanguageMs)],
  });
}
