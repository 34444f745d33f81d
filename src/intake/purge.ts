import { deletePage } from '../db/by-page.js';
import { storedMoment } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';
import { hour } from '../durations.js';

/** Messengers repeat an update for a day at most; until then its row is what tells that it is known. */
const handledKeptMs = 48 * hour;

/** A parked update is kept for staff to look at, with what was typed, encrypted. */
export const parkedKeptMs = 7 * 24 * hour;

/** Removes a page of what came in, was handled and is not needed any more; returns how many. */
export async function purgeInbox(tx: Transaction, now: Date): Promise<number> {
  const older = (state: 'done' | 'parked', ms: number) =>
    deletePage(tx, {
      table: 'inbox',
      where: 'state = ? AND received_at < ?',
      bound: [state, storedMoment(new Date(now.getTime() - ms))],
    });
  return (await older('done', handledKeptMs)) + (await older('parked', parkedKeptMs));
}
