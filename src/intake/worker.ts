import { InboxEntry } from '../../entities/inbox-entry.js';
import type { Bell } from '../bell.js';
import type { Clock } from '../clock.js';
import type { InTransaction, Transaction } from '../db/transaction.js';
import { faultOf } from '../fault.js';
import type { Keyring } from '../keys/keyring.js';
import type { Log } from '../log.js';
import type { Count } from '../metrics.js';
import type { Handle } from './handler.js';
import { readIncoming } from './inbox.js';
import { headOf, postpone, takeChat } from './lane.js';

/** The waits before a failed entry is tried again; after the last it is parked, so that the chat goes on without it. */
const retryAfterMs = [1_000, 5_000, 25_000];

/** How long to sleep when nothing is due: other replicas write rows whose bell is not heard here. */
const lookAgainMs = 500;

export interface InboxWorkerParts {
  inTransaction: InTransaction;
  keyring: Keyring;
  clock: Clock;
  handle: Handle;
  bell: Bell;
  log: Log;
  count: Count;
  /** Called after each entry: what was handled has mostly left something to be sent. */
  handled: () => void;
  /** How many chats at once in this process. */
  hands: number;
}

export interface InboxWorker {
  start(): void;
  /** Lets the entries in hand be finished. */
  stop(): Promise<void>;
}

/** Handles entry after entry: one chat in order and in one hand, each entry in one transaction. */
export function makeInboxWorker(parts: InboxWorkerParts): InboxWorker {
  const { bell, log, hands } = parts;
  let running = false;
  let shifts: Promise<void>[] = [];

  const work = async (): Promise<void> => {
    while (running) {
      try {
        if (await handleNext(parts)) continue;
      } catch (error) {
        log.warn({ fault: faultOf(error) }, 'inbox out of reach');
      }
      await bell.heard(lookAgainMs);
    }
  };
  return {
    start() {
      running = true;
      shifts = Array.from({ length: hands }, work);
    },
    async stop() {
      running = false;
      bell.ring();
      await Promise.all(shifts);
    },
  };
}

/** Handles one entry; false when there was none to be handled. */
async function handleNext(parts: InboxWorkerParts): Promise<boolean> {
  const { inTransaction, log, count, handled } = parts;
  // The doorway may run the work again, so what it left here is set anew by each run.
  const hand: { entry: InboxEntry | null } = { entry: null };
  try {
    const done = await inTransaction((tx) => handleHead(parts, tx, hand));
    if (!done) return false;
  } catch (error) {
    if (!hand.entry) throw error;
    await setAside(parts, hand.entry, faultOf(error));
    return true;
  }
  if (hand.entry) {
    log.debug({ entry: hand.entry.id }, 'update committed');
    count('updates_total', { result: 'handled' });
    handled();
  }
  return true;
}

async function handleHead(
  { clock, keyring, handle, log }: InboxWorkerParts,
  tx: Transaction,
  hand: { entry: InboxEntry | null },
): Promise<boolean> {
  hand.entry = null;
  const chatKey = await takeChat(tx, clock.now());
  if (chatKey === null) return false;
  const entry = await headOf(tx, chatKey);
  if (!entry) return true;
  if (entry.dueAt > clock.now()) {
    await postpone(tx, chatKey, entry.dueAt);
    return true;
  }
  hand.entry = entry;
  await handle(tx, chatKey, readIncoming(keyring, entry));
  await tx.update(InboxEntry, { id: entry.id, state: 'waiting' }, { state: 'done', payload: '' });
  log.debug({ entry: entry.id }, 'update in transaction');
  return true;
}

/** The handling was rolled back; this is written down by itself. */
async function setAside(parts: InboxWorkerParts, entry: InboxEntry, fault: string): Promise<void> {
  const { inTransaction, clock, log, count } = parts;
  const { id, tries, chatKey } = entry;
  const wait = retryAfterMs[tries];
  const parked = wait === undefined;
  const told = await inTransaction(async (tx) => {
    const failed = { tries: tries + 1, fault, ...(parked ? { state: 'parked' as const } : {}) };
    const { affected } = await tx.update(InboxEntry, { id, tries, state: 'waiting' }, failed);
    if (affected && !parked) await postpone(tx, chatKey, new Date(clock.now().getTime() + wait));
    return Boolean(affected);
  });
  if (!told) return;
  log.error({ entry: id, tries: tries + 1, fault }, parked ? 'update parked' : 'update failed');
  if (parked) count('updates_total', { result: 'parked' });
}
