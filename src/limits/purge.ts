import { deletePage } from '../db/by-page.js';
import { storedMoment } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';

/** Removes a page of counters whose window is over; returns how many. */
export const purgeLimits = (tx: Transaction, now: Date): Promise<number> =>
  deletePage(tx, {
    table: 'limit_counters',
    key: 'key',
    where: 'window_ends_at < ?',
    bound: [storedMoment(now)],
  });
