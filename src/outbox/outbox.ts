import type { OutboxEntry } from '../../entities/outbox-entry.js';
import type { Clock } from '../clock.js';
import { takeBackUnwritten, traceOf, unwrittenHere, writeBeforeCommit } from '../db/after-commit.js';
import type { Transaction } from '../db/transaction.js';
import type { Keyring } from '../keys/keyring.js';
import { cancelRows } from './cancel-rows.js';
import type { HandOver } from './hand-over.js';
import { jobRows } from './job-rows.js';

/** Something to be done outside, once the transaction that writes it is committed. */
export interface Job {
  /** The key of its handler. */
  kind: string;
  payload: unknown;
  /** The ordering key: jobs of one lane are done one after the other; none: in no order. */
  lane?: string;
  /** What it is about, so that it can be taken back. */
  subject?: string;
  /** What was to be done about this later, and is not begun yet, is not done any more once this is written. */
  withdraws?: string;
  /** A lane in which somebody is in the middle of something, and which goes before others from now on. */
  favours?: string;
  /** Not before so many milliseconds from now; at once if nothing is said. In no lane, which would wait for it. */
  afterMs?: number;
}

export interface OutboxParts {
  tx: Transaction;
  keyring: Keyring;
  clock: Clock;
  /** Who does at once, after the commit, what the transaction has written; left out where nobody here does jobs. */
  handOver?: HandOver | undefined;
}

/** Its row is written before the commit, together with those of all other jobs of the transaction. */
export async function enqueue({ tx, keyring, clock, handOver }: OutboxParts, job: Job): Promise<void> {
  await writeBeforeCommit(tx, jobRows, {
    job,
    keyring,
    handOver,
    createdAt: clock.now(),
    traceId: traceOf(tx),
  });
}

/** The jobs of this transaction that are not written yet: what they carry may still be changed. */
export const unwrittenJobs = (tx: Transaction): readonly Job[] =>
  unwrittenHere(tx, jobRows).map(({ job }) => job);

/** Takes back the jobs about this that this transaction has not written yet; true when there was one. */
export const cancelUnwritten = (tx: Transaction, subject: string): boolean =>
  takeBackUnwritten(tx, jobRows, ({ job }) => job.subject === subject) > 0;

/** Cancels the jobs about this that nobody has begun yet; true when there was one. */
export async function cancelJobs(tx: Transaction, subject: string): Promise<boolean> {
  const unwritten = cancelUnwritten(tx, subject);
  return (await cancelRows(tx, subject)) > 0 || unwritten;
}

/** What the row asks to be done. Its handler knows the shape, since it is written and read by the same kind. */
export function readPayload(keyring: Keyring, entry: OutboxEntry): unknown {
  return JSON.parse(keyring.decrypt('outbox', entry.payload));
}
