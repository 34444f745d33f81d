import { LessThan } from 'typeorm';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { changedOne } from '../db/changed.js';
import { updateRows } from '../db/rows.js';
import type { Transaction } from '../db/transaction.js';

/** How a lease ends. */
export type Finish =
  | { state: 'done'; outsideId?: string; progress?: string }
  | { state: 'failed' | 'doubt'; fault: string; progress?: string }
  | { state: 'waiting'; dueAt: Date; fault: string; progress: string | null };

/** As wide as its column. */
const longestFault = 255;

/** Ends the lease, if it is still this worker's; false when it has been lost to another. */
export async function finishJob(tx: Transaction, entry: OutboxEntry, closing: Finish): Promise<boolean> {
  const over = closing.state !== 'waiting';
  // What somebody outside has said of it may be of any length.
  const fault = 'fault' in closing ? { fault: closing.fault.slice(0, longestFault) } : {};
  const finished = await updateRows(
    tx,
    OutboxEntry,
    { id: entry.id, state: 'in-hand', holder: entry.holder ?? '', tries: entry.tries },
    { ...closing, ...fault, holder: null, leaseUntil: null, ...(over ? { payload: '' } : {}) },
  );
  return changedOne(finished);
}

/** Keeps how far it has come, so that what was done is not done again by somebody else. False when the lease has been lost. */
export async function keepProgress(tx: Transaction, entry: OutboxEntry, progress: string): Promise<boolean> {
  const { id, holder, tries } = entry;
  const kept = await updateRows(
    tx,
    OutboxEntry,
    { id, state: 'in-hand', holder: holder ?? '', tries },
    { progress },
  );
  return changedOne(kept);
}

/** A lane whose job has ended stands behind all who wait: its next job counts as due from now on. */
export async function requeueLaneHead(tx: Transaction, lane: string, now: Date): Promise<void> {
  const next = await tx.findOne(OutboxEntry, {
    select: { id: true },
    where: { lane, state: 'waiting' },
    order: { id: 'ASC' },
  });
  if (!next) return;
  await updateRows(tx, OutboxEntry, { id: next.id, state: 'waiting', dueAt: LessThan(now) }, { dueAt: now });
}
