import { OutboxEntry } from '../../entities/outbox-entry.js';
import type { Clock } from '../clock.js';
import { updateRows } from '../db/rows.js';
import type { TransactionRunner, Transaction } from '../db/transaction.js';
import type { JobContext } from './handler.js';
import { changedOne } from '../db/changed.js';

export interface LeaseParts {
  inTransaction: TransactionRunner;
  clock: Clock;
  leaseMs: number;
  /** Aborted when the process is to stop. */
  stopping: AbortSignal;
}

/** Renews the lease of a job over long work. Writes no oftener than twice in each lease. */
export function leaseRenewal(parts: LeaseParts, entry: OutboxEntry): JobContext['renewLease'] {
  const { inTransaction, clock, leaseMs, stopping } = parts;
  let leaseUntil = entry.leaseUntil?.getTime() ?? 0;
  return async () => {
    const now = clock.now().getTime();
    if (stopping.aborted) return false;
    if (leaseUntil - now > leaseMs / 2) return true;
    leaseUntil = now + leaseMs;
    return inTransaction((tx) => renew(tx, entry, new Date(leaseUntil)));
  };
}

/** False when the lease has been lost to somebody else. */
async function renew(
  tx: Transaction,
  { id, holder, tries }: OutboxEntry,
  leaseUntil: Date,
): Promise<boolean> {
  const ours = { id, state: 'in-hand' as const, holder: holder ?? '', tries };
  return changedOne(await updateRows(tx, OutboxEntry, ours, { leaseUntil }));
}
