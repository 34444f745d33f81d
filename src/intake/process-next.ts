import { InboxEntry } from '../../entities/inbox-entry.js';
import type { Clock } from '../clock.js';
import { isOvertaken } from '../db/transaction-runner.js';
import type { TransactionRunner, Transaction } from '../db/transaction.js';
import { describeError } from '../safe-error.js';
import type { Keyring } from '../keys/keyring.js';
import type { Log } from '../log.js';
import type { Count } from '../metrics.js';
import { makeTell } from './enqueue-event.js';
import type { Handle } from './update-handler.js';
import { readIncoming, type InboxParts } from './inbox.js';
import { nextEntry, delayChat, leaseChat } from './chat-lease.js';

/** The waits before a failed entry is tried again; after the last it is parked, so that the chat goes on without it. */
const retryAfterMs = [1_000, 5_000, 25_000];

export interface ProcessNextParts {
  inTransaction: TransactionRunner;
  keyring: Keyring;
  clock: Clock;
  handle: Handle;
  /** Called when a chat has been leased: another may be waiting for the next worker. */
  onLeased: () => void;
  /** Called when an entry is set aside for good, in the transaction that does so. */
  onDeadLetter: (tx: Transaction) => Promise<unknown>;
  log: Log;
  count: Count;
}

/** Handles one entry of one chat in one transaction; false when there was none to be handled. */
export async function processNext(parts: ProcessNextParts): Promise<boolean> {
  const turn = await parts.inTransaction((tx) => leaseAndProcess(parts, tx));
  if (turn.kind === 'handled') parts.log.debug({ entry: turn.entry }, 'update committed');
  if (turn.kind === 'handled' || turn.kind === 'parked') parts.count('updates_total', { result: turn.kind });
  return turn.kind !== 'nothing due';
}

type Processed =
  { kind: 'nothing due' | 'chat waits' } | { kind: 'handled' | 'failed' | 'parked'; entry: number };

async function leaseAndProcess(parts: ProcessNextParts, tx: Transaction): Promise<Processed> {
  const { clock, log, onLeased } = parts;
  const chatKey = await leaseChat(tx, clock.now());
  if (chatKey === null) return { kind: 'nothing due' };
  onLeased();
  const entry = await nextEntry(tx, chatKey);
  if (!entry) return { kind: 'chat waits' };
  if (entry.dueAt > clock.now()) {
    await delayChat(tx, chatKey, entry.dueAt);
    return { kind: 'chat waits' };
  }
  try {
    // A savepoint: what a failure has half done is undone, and the chat stays leased to be told of it.
    await tx.transaction((within) => handleEntry(parts, within, entry));
    log.debug({ entry: entry.id }, 'update in transaction');
    return { kind: 'handled', entry: entry.id };
  } catch (error) {
    if (isOvertaken(error)) throw error;
    return retryOrDeadLetter(parts, tx, entry, describeError(error));
  }
}

async function handleEntry(
  { keyring, handle }: ProcessNextParts,
  tx: Transaction,
  entry: InboxEntry,
): Promise<void> {
  await handle(tx, entry.chatKey, readIncoming(keyring, entry));
  await tx.update(InboxEntry, { id: entry.id, state: 'waiting' }, { state: 'done', payload: '' });
}

async function retryOrDeadLetter(
  { clock, keyring, log, onDeadLetter }: ProcessNextParts,
  tx: Transaction,
  entry: InboxEntry,
  fault: string,
): Promise<Processed> {
  const { id, chatKey } = entry;
  const tries = entry.tries + 1;
  const wait = retryAfterMs[entry.tries];
  if (wait === undefined) {
    await tx.update(InboxEntry, { id, state: 'waiting' }, { state: 'parked', tries, fault });
    await tellOfAccident({ tx, keyring, clock }, entry);
    await onDeadLetter(tx);
    log.error({ entry: id, tries, fault }, 'update parked');
    return { kind: 'parked', entry: id };
  }
  await tx.update(InboxEntry, { id, state: 'waiting' }, { tries, fault });
  await delayChat(tx, chatKey, new Date(clock.now().getTime() + wait));
  log.error({ entry: id, tries, fault }, 'update failed');
  return { kind: 'failed', entry: id };
}

const accident = 'parked:';

/** Silence would leave the member waiting for ever. An accident with this very word is not told again. */
async function tellOfAccident(parts: InboxParts, { id, chatKey, updateId }: InboxEntry): Promise<void> {
  if (updateId.startsWith(accident)) return;
  await makeTell(parts).tell(chatKey, { kind: 'went-wrong' }, `${accident}${id}`);
}
