import { LessThan } from 'typeorm';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { changedOne } from '../db/changed.js';
import type { Transaction } from '../db/transaction.js';

/** How a job leaves the hand. */
export type Finish =
  | { state: 'done'; outsideId?: string }
  | { state: 'failed' | 'doubt'; fault: string }
  | { state: 'waiting'; dueAt: Date; fault: string };

/** Puts it down, if it is still in this hand; false when the lease has been lost to somebody else. */
export async function finishJob(tx: Transaction, entry: OutboxEntry, closing: Finish): Promise<boolean> {
  const over = closing.state !== 'waiting';
  const finished = await tx.update(
    OutboxEntry,
    { id: entry.id, state: 'in-hand', holder: entry.holder ?? '', tries: entry.tries },
    { ...closing, holder: null, leaseUntil: null, ...(over ? { payload: '' } : {}) },
  );
  return changedOne(finished);
}

/** Whose turn is over stands behind all who wait: the next of this lane counts as due from now on. */
export async function requeueLaneHead(tx: Transaction, lane: string, now: Date): Promise<void> {
  const next = await tx.findOne(OutboxEntry, {
    select: { id: true },
    where: { lane, state: 'waiting' },
    order: { id: 'ASC' },
  });
  if (!next) return;
  await tx.update(OutboxEntry, { id: next.id, state: 'waiting', dueAt: LessThan(now) }, { dueAt: now });
}
