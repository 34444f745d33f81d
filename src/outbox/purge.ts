import { In, LessThan } from 'typeorm';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import type { Transaction } from '../db/transaction.js';
import { day } from '../durations.js';
import { changedCount } from '../db/changed.js';

const doneKeptMs = 2 * day;

/** What failed is kept for staff to look at. */
const failedKeptMs = 7 * day;

/** Removes what is over and not needed any more; returns how many. */
export async function purgeOutbox(tx: Transaction, now: Date): Promise<number> {
  const before = (ms: number) => LessThan(new Date(now.getTime() - ms));
  const done = await tx.delete(OutboxEntry, {
    state: In(['done', 'cancelled']),
    createdAt: before(doneKeptMs),
  });
  const failed = await tx.delete(OutboxEntry, {
    state: In(['failed', 'doubt']),
    createdAt: before(failedKeptMs),
  });
  return changedCount(done) + changedCount(failed);
}
