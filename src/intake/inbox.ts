import type { Update } from 'grammy/types';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { openChat } from '../chats/store.js';
import type { Clock } from '../clock.js';
import { isDuplicate } from '../db/duplicate.js';
import type { Transaction } from '../db/transaction.js';
import type { Keyring } from '../keys/keyring.js';
import type { Incoming } from './update-handler.js';

/** Where an event's row comes from; an update's comes from `platform:bot`. */
export const internalSource = 'event';

export interface InboxParts {
  tx: Transaction;
  keyring: Keyring;
  clock: Clock;
}

/** One thing that came in, before anything is made of it. */
export interface Arrival {
  source: string;
  /** Unique within its source. */
  id: string;
  chatKey: string;
  incoming: Incoming;
}

/** Has this been written down before? */
export function isKnown(tx: Transaction, { source, id }: Pick<Arrival, 'source' | 'id'>): Promise<boolean> {
  return tx.existsBy(InboxEntry, { source, updateId: id });
}

/** Writes it down as waiting. False when it was there already. */
export async function enqueueIncoming(
  { tx, keyring, clock }: InboxParts,
  arrival: Arrival,
): Promise<boolean> {
  await openChat({ tx, clock }, arrival.chatKey);
  const now = clock.now();
  try {
    await tx.insert(InboxEntry, {
      source: arrival.source,
      updateId: arrival.id,
      chatKey: arrival.chatKey,
      payload: keyring.encrypt('inbox', JSON.stringify(arrival.incoming)),
      keyId: keyring.current,
      state: 'waiting',
      tries: 0,
      receivedAt: now,
      dueAt: now,
      fault: null,
    });
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** What the row holds. */
export function readIncoming(keyring: Keyring, entry: InboxEntry): Incoming {
  return JSON.parse(keyring.decrypt('inbox', entry.payload)) as Incoming;
}

/** The update's id as text that sorts as the number does. */
export const updateIdText = ({ update_id }: Update): string => String(update_id).padStart(20, '0');
