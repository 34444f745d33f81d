import { InboxEntry } from '../../entities/inbox-entry.js';
import type { Transaction, TransactionRunner } from '../db/transaction.js';
import { isUnfit } from '../db/unfit.js';
import { describeError } from '../safe-error.js';
import type { Log } from '../log.js';
import type { Count } from '../metrics.js';
import {
  chatsOf,
  enqueueIncoming,
  insertArrivals,
  insertWaiting,
  internalSource,
  type Arrival,
  type InboxParts,
} from './inbox.js';

export interface StoreParts extends Omit<InboxParts, 'tx'> {
  inTransaction: TransactionRunner;
  /** For work of one statement. */
  inStatement: TransactionRunner;
  /** Called when an arrival is set aside for good, in the transaction that does so. */
  onDeadLetter: (tx: Transaction) => Promise<unknown>;
  log: Log;
  count: Count;
}

/**
 * Writes all this down in one transaction; where that fails, one by one, so that what cannot be written holds up
 * nothing else. `withRow`: chats that are known to have a row. True: it went together, and all of it is there, with its
 * chats. Throws when the database is out of reach.
 */
export async function storeTogether(
  parts: StoreParts,
  arrivals: readonly Arrival[],
  withRow: ReadonlySet<string>,
): Promise<boolean> {
  const plain = arrivals.every(({ source, chatKey }) => source !== internalSource && withRow.has(chatKey));
  try {
    await (plain ? storeInStatement(parts, arrivals) : storeInTransaction(parts, arrivals, withRow));
    return true;
  } catch {
    for (const arrival of arrivals) await storeAlone(parts, arrival);
    return false;
  }
}

async function storeInStatement(parts: StoreParts, arrivals: readonly Arrival[]): Promise<void> {
  await parts.inStatement((tx) => insertWaiting({ ...parts, tx }, arrivals));
  countReceived(parts, arrivals.length);
  chatsOf(arrivals).forEach((chatKey) => parts.onEnqueued?.(chatKey));
}

async function storeInTransaction(
  parts: StoreParts,
  arrivals: readonly Arrival[],
  withRow: ReadonlySet<string>,
): Promise<void> {
  const updates = arrivals.filter(({ source }) => source !== internalSource);
  const events = arrivals.filter(({ source }) => source === internalSource);
  await parts.inTransaction(async (tx) => {
    if (updates.length > 0) await insertArrivals({ ...parts, tx }, updates, withRow);
    for (const event of events) await enqueueIncoming({ ...parts, tx }, event);
  });
  countReceived(parts, updates.length);
}

async function storeAlone(parts: StoreParts, arrival: Arrival): Promise<void> {
  try {
    const stored = await parts.inTransaction((tx) => enqueueIncoming({ ...parts, tx }, arrival));
    if (stored && arrival.source !== internalSource) countReceived(parts, 1);
  } catch (error) {
    if (!isUnfit(error)) throw error;
    await setAside(parts, arrival, error);
  }
}

/**
 * Writes down by its number alone what cannot be written as it is, and passes it, since whoever is behind it would wait
 * for ever. Where not even that can be written, it is the database that fails, and nothing is passed.
 */
async function setAside(parts: StoreParts, { source, id, traceId }: Arrival, error: unknown): Promise<void> {
  const { inTransaction, keyring, clock, onDeadLetter, log, count } = parts;
  const [now, fault] = [clock.now(), describeError(error)];
  const row = {
    source,
    updateId: id,
    chatKey: source,
    payload: '',
    keyId: keyring.current,
    traceId: traceId ?? null,
  };
  await inTransaction(async (tx) => {
    const ending = { state: 'parked', tries: 1, receivedAt: now, dueAt: now, fault } as const;
    await tx.insert(InboxEntry, { ...row, ...ending });
    await onDeadLetter(tx);
  });
  log.error({ source, update: id, trace: traceId, fault }, 'update cannot be stored, and is passed');
  count('updates_total', { result: 'parked' });
}

function countReceived({ count }: StoreParts, updates: number): void {
  for (let times = 0; times < updates; times += 1) count('updates_total', { result: 'received' });
}
