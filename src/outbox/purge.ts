import { deletePage } from '../db/by-page.js';
import { storedMoment } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';
import { day } from '../durations.js';

const doneKeptMs = 2 * day;

/** What failed is kept for staff to look at. */
const failedKeptMs = 7 * day;

/** Removes a page of what is over and not needed any more; returns how many. */
export async function purgeOutbox(tx: Transaction, now: Date): Promise<number> {
  const older = (states: string, ms: number) =>
    deletePage(tx, {
      table: 'outbox',
      where: `state IN (${states}) AND created_at < ?`,
      bound: [storedMoment(new Date(now.getTime() - ms))],
    });
  return (await older("'done', 'cancelled'", doneKeptMs)) + (await older("'failed', 'doubt'", failedKeptMs));
}
