import { OutboxEntry } from '../../entities/outbox-entry.js';
import type { Clock } from '../clock.js';
import { changedCount } from '../db/changed.js';
import type { Transaction } from '../db/transaction.js';
import type { Keyring } from '../keys/keyring.js';

/** Something to be done outside, once the transaction that writes it is committed. */
export interface Job {
  /** The key of its handler. */
  kind: string;
  payload: unknown;
  /** The ordering key: jobs of one lane are done one after the other; none: in no order. */
  lane?: string;
  /** What it is about, so that it can be taken back. */
  subject?: string;
}

export interface OutboxParts {
  tx: Transaction;
  keyring: Keyring;
  clock: Clock;
}

/** Returns the number of its row. */
export async function enqueue({ tx, keyring, clock }: OutboxParts, job: Job): Promise<number> {
  const now = clock.now();
  const { identifiers } = await tx.insert(OutboxEntry, {
    kind: job.kind,
    lane: job.lane ?? null,
    subject: job.subject ?? null,
    payload: keyring.encrypt('outbox', JSON.stringify(job.payload)),
    keyId: keyring.current,
    state: 'waiting',
    tries: 0,
    createdAt: now,
    dueAt: now,
    leaseUntil: null,
    holder: null,
    outsideId: null,
    fault: null,
  });
  return Number(identifiers[0]?.['id']);
}

/** Cancels the jobs about this that nobody has leased yet; true when there was one. */
export async function cancelJobs(tx: Transaction, subject: string): Promise<boolean> {
  const cancelled = { state: 'cancelled', payload: '' } as const;
  return changedCount(await tx.update(OutboxEntry, { subject, state: 'waiting' }, cancelled)) > 0;
}

/** What the row asks to be done. Its handler knows the shape, since it is written and read by the same kind. */
export function readPayload(keyring: Keyring, entry: OutboxEntry): unknown {
  return JSON.parse(keyring.decrypt('outbox', entry.payload));
}
