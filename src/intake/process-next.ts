import { InboxEntry } from '../../entities/inbox-entry.js';
import type { Clock } from '../clock.js';
import { setTrace, writeUnwritten } from '../db/after-commit.js';
import { isWhole } from '../db/transaction-runner.js';
import { changedOne } from '../db/changed.js';
import { changeRows } from '../db/statement.js';
import type { TransactionRunner, Transaction } from '../db/transaction.js';
import { MissingKey } from '../keys/missing-keys.js';
import { describeError } from '../safe-error.js';
import type { Log } from '../log.js';
import type { Count } from '../metrics.js';
import { makeTell } from './enqueue-event.js';
import type { Handle } from './update-handler.js';
import { readIncoming, type InboxParts } from './inbox.js';
import type { ReadAhead } from './read-ahead.js';
import { nextEntry, delayChat, leaseOrOpenChat } from './chat-lease.js';
import { isPutOff, retryAfterMs } from './retry-waits.js';

export interface ProcessNextParts extends Omit<InboxParts, 'tx'> {
  inTransaction: TransactionRunner;
  clock: Clock;
  handle: Handle;
  readAhead: ReadAhead;
  /** Called when an entry is set aside for good, in the transaction that does so. */
  onDeadLetter: (tx: Transaction) => Promise<unknown>;
  log: Log;
  count: Count;
}

/** What came of a chat's next entry, and whether more stood behind it. */
export type Processed =
  | { kind: 'nothing due'; more: false }
  | { kind: 'handled' | 'failed' | 'parked'; entry: number; trace: string | null; more: boolean };

const nothingDue = { kind: 'nothing due', more: false } as const;

/** Handles the next entry of this chat in one transaction, unless another replica is at it. */
export async function processNext(parts: ProcessNextParts, chatKey: string): Promise<Processed> {
  const { inTransaction, log, count } = parts;
  const processed = await inTransaction((tx) => handleNext(parts, tx, chatKey)).catch((error: unknown) => {
    if (!(error instanceof HandlingFailure)) throw error;
    return inTransaction((tx) => retryOrDeadLetter(parts, tx, error));
  });
  if (processed.kind === 'handled')
    log.debug({ entry: processed.entry, trace: processed.trace }, 'update committed');
  if (processed.kind === 'handled' || processed.kind === 'parked')
    count('updates_total', { result: processed.kind });
  return processed;
}

async function handleNext(parts: ProcessNextParts, tx: Transaction, chatKey: string): Promise<Processed> {
  const { clock, log, keyring, handle, readAhead } = parts;
  const next = await nextEntry({ tx, clock }, chatKey, readAhead);
  if (!next) return nothingDue;
  const { entry, more, chat, dialogue } = next;
  if (isPutOff(entry, clock.now())) {
    await delayChat(tx, chatKey, entry.dueAt);
    return nothingDue;
  }
  setTrace(tx, entry.traceId);
  try {
    await handle(tx, chatKey, readIncoming(keyring, entry), { chat, dialogue });
    await writeUnwritten(tx);
  } catch (error) {
    // Another replica may have the key: it is no try of this entry.
    if (error instanceof MissingKey) throw error;
    throw (await isWhole(tx, error)) ? new HandlingFailure(entry, more, describeError(error)) : error;
  }
  if (!changedOne(await changeRows(tx, markDone, [entry.id])))
    throw new Error('an entry of a chat that is held was handled elsewhere');
  log.debug({ entry: entry.id, trace: entry.traceId }, 'update in transaction');
  return { kind: 'handled', entry: entry.id, trace: entry.traceId, more };
}

const markDone = "UPDATE inbox SET state = 'done', payload = '' WHERE id = ? AND state = 'waiting'";

/** Ends the transaction, so that nothing of what was half done is left; the database has no part in it. */
class HandlingFailure extends Error {
  constructor(
    readonly entry: InboxEntry,
    readonly more: boolean,
    readonly fault: string,
  ) {
    super('an entry could not be handled');
  }
}

/** In a transaction of its own: another replica may have tried the entry meanwhile, and then it is that one's affair. */
async function retryOrDeadLetter(
  parts: ProcessNextParts,
  tx: Transaction,
  { entry, more, fault }: HandlingFailure,
): Promise<Processed> {
  const { clock, log } = parts;
  const { id, chatKey, traceId: trace } = entry;
  const tries = entry.tries + 1;
  const wait = retryAfterMs[entry.tries];
  const state = wait === undefined ? 'parked' : 'waiting';
  const asRead = { id, state: 'waiting', tries: entry.tries } as const;
  if (!(await leaseOrOpenChat({ tx, clock }, chatKey))) return nothingDue;
  if (!changedOne(await tx.update(InboxEntry, asRead, { state, tries, fault }))) return nothingDue;
  setTrace(tx, trace);
  if (wait === undefined) {
    await tellOfAccident({ ...parts, tx }, entry);
    await parts.onDeadLetter(tx);
    log.error({ entry: id, trace, tries, fault }, 'update parked');
    return { kind: 'parked', entry: id, trace, more };
  }
  await delayChat(tx, chatKey, new Date(clock.now().getTime() + wait));
  log.error({ entry: id, trace, tries, fault }, 'update failed');
  return { kind: 'failed', entry: id, trace, more: false };
}

const accident = 'parked:';

/** Silence would leave the member waiting for ever. An accident with this very word is not told again. */
async function tellOfAccident(parts: InboxParts, { id, chatKey, updateId }: InboxEntry): Promise<void> {
  if (updateId.startsWith(accident)) return;
  await makeTell(parts).tell(chatKey, { kind: 'went-wrong' }, `${accident}${id}`);
}
