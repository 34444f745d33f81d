import { LessThan } from 'typeorm';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { changedOne } from '../db/changed.js';
import type { Transaction } from '../db/transaction.js';

/** How a lease ends. */
export type Finish =
  | { state: 'done'; outsideId?: string }
  | { state: 'failed' | 'doubt'; fault: string }
  | { state: 'waiting'; dueAt: Date; fault: string };

/** Ends the lease, if it is still this worker's; false when it has been lost to another. */
export async function finishJob(tx: Transaction, entry: OutboxEntry, closing: Finish): Promise<boolean> {
  const over = closing.state !== 'waiting';
  const finished = await tx.update(
    OutboxEntry,
    { id: entry.id, state: 'in-hand', holder: entry.holder ?? '', tries: entry.tries },
    { ...closing, holder: null, leaseUntil: null, ...(over ? { payload: '' } : {}) },
  );
  return changedOne(finished);
}

/** A lane whose job has ended stands behind all who wait: its next job counts as due from now on. */
export async function requeueLaneHead(tx: Transaction, lane: string, now: Date): Promise<void> {
  const next = await tx.findOne(OutboxEntry, {
    select: { id: true },
    where: { lane, state: 'waiting' },
    order: { id: 'ASC' },
  });
  if (!next) return;
  await tx.update(OutboxEntry, { id: next.id, state: 'waiting', dueAt: LessThan(now) }, { dueAt: now });
}
