import { createHash } from 'node:crypto';
import type { Update } from 'grammy/types';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { openChats } from '../chats/store.js';
import type { Clock } from '../clock.js';
import { afterCommit, traceOf } from '../db/after-commit.js';
import { isDuplicate } from '../db/duplicate.js';
import { insertRows } from '../db/rows.js';
import type { Transaction } from '../db/transaction.js';
import type { Keyring } from '../keys/keyring.js';
import { readKnown } from './known.js';
import type { Incoming } from './update-handler.js';

/** Where an event's row comes from; an update's comes from `platform:bot`. */
export const internalSource = 'event';

export interface InboxParts {
  tx: Transaction;
  keyring: Keyring;
  clock: Clock;
  /** Told after the commit that something waits in this chat; left out where nobody here handles it. */
  onEnqueued?: ((chatKey: string) => void) | undefined;
}

/** One thing that came in, before anything is made of it. */
export interface Arrival {
  source: string;
  /** Unique within its source. */
  id: string;
  chatKey: string;
  incoming: Incoming;
  /** What it follows from, where that is not what its transaction follows from. */
  traceId?: string;
}

/** Writes it down as waiting. False when it was there already. */
export async function enqueueIncoming(parts: InboxParts, arrival: Arrival): Promise<boolean> {
  const { ids, chats } = await readKnown(parts.tx, [arrival]);
  return !ids.has(arrival.id) && unlessThere(insertArrivals(parts, [arrival], chats));
}

/** False where the database says that it is there already. */
async function unlessThere(inserted: Promise<unknown>): Promise<boolean> {
  try {
    await inserted;
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** Writes down as waiting what was not there, in its order. Throws when one of them is there; then none is written by this. */
export async function insertArrivals(
  parts: InboxParts,
  arrivals: readonly Arrival[],
  withRow: ReadonlySet<string>,
): Promise<void> {
  const { tx, onEnqueued } = parts;
  const chatKeys = chatsOf(arrivals);
  const withoutRow = chatKeys.filter((chatKey) => !withRow.has(chatKey));
  await openChats(parts, withoutRow);
  await insertWaiting(parts, arrivals);
  if (onEnqueued) afterCommit(tx, () => chatKeys.forEach(onEnqueued));
}

/** The chats that these are for, each once. */
export const chatsOf = (arrivals: readonly Pick<Arrival, 'chatKey'>[]): string[] => [
  ...new Set(arrivals.map(({ chatKey }) => chatKey)),
];

/** In one statement, for chats that have their rows. */
export async function insertWaiting(parts: InboxParts, arrivals: readonly Arrival[]): Promise<void> {
  const rows = arrivals.map((arrival) => rowOf(parts, arrival));
  await insertRows(parts.tx, InboxEntry, rows);
}

/** What is handled in the transaction that writes it down, and so has no use for what it says. False when it was there already. */
export const insertHandled = (parts: InboxParts, arrival: Arrival): Promise<boolean> =>
  unlessThere(insertRows(parts.tx, InboxEntry, [rowOf(parts, { ...arrival, incoming: null })]));

type Row = Omit<Arrival, 'incoming'> & { incoming: Incoming | null };

/** Without what came in where it is handled already. */
function rowOf({ tx, keyring, clock }: InboxParts, { source, id, chatKey, incoming, traceId }: Row) {
  const now = clock.now();
  return {
    source,
    updateId: id,
    chatKey,
    tries: 0,
    fault: null,
    payload: incoming === null ? '' : keyring.encrypt('inbox', JSON.stringify(incoming)),
    keyId: keyring.current,
    state: incoming === null ? ('done' as const) : ('waiting' as const),
    receivedAt: now,
    dueAt: now,
    traceId: traceId ?? traceOf(tx),
  };
}

/** What the row holds. */
export function readIncoming(keyring: Keyring, entry: InboxEntry): Incoming {
  return JSON.parse(keyring.decrypt('inbox', entry.payload)) as Incoming;
}

/** The id of all that follows from this update; the same each time that it is brought, and nothing of anybody stands in it. */
export const traceIdOf = (source: string, updateId: string): string =>
  createHash('sha256').update(`${source}:${updateId}`).digest('hex').slice(0, 16);

/** The update's id as text that sorts as the number does. */
export const updateIdText = ({ update_id }: Update): string => String(update_id).padStart(20, '0');
