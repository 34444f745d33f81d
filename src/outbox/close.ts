import { OutboxEntry } from '../../entities/outbox-entry.js';
import type { Transaction } from '../db/transaction.js';

/** How an errand leaves the hand. */
export type Closing =
  | { state: 'done'; outsideId?: string }
  | { state: 'failed' | 'doubt'; fault: string }
  | { state: 'waiting'; dueAt: Date; fault: string };

/** Puts it down, if it is still in this hand; false when the lease has been lost to somebody else. */
export async function putDown(tx: Transaction, entry: OutboxEntry, closing: Closing): Promise<boolean> {
  const over = closing.state !== 'waiting';
  const { affected } = await tx.update(
    OutboxEntry,
    { id: entry.id, state: 'in-hand', holder: entry.holder ?? '', tries: entry.tries },
    { ...closing, holder: null, leaseUntil: null, ...(over ? { payload: '' } : {}) },
  );
  return Boolean(affected);
}
