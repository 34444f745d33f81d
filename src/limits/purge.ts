import { LimitCounter } from '../../entities/limit-counter.js';
import type { Transaction } from '../db/transaction.js';
import { changedCount } from '../db/changed.js';

/** Removes counters whose window is over; returns how many. */
export async function purgeLimits(tx: Transaction, now: Date): Promise<number> {
  const over = tx.createQueryBuilder().delete().from(LimitCounter).where('window_ends_at < :now', { now });
  return changedCount(await over.execute());
}
