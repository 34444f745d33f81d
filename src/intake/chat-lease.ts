import { LessThan } from 'typeorm';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { momentOf, readRows } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';
import { internalSource } from './inbox.js';

/**
 * Holds the chat until the transaction ends; false when another replica has it in hand.
 * SQLite has one process and one transaction at a time, and so needs no lock.
 */
export async function leaseChat(tx: Transaction, chatKey: string): Promise<boolean> {
  if (tx.connection.options.type !== 'mysql') return true;
  const held = await tx.query<unknown[]>('SELECT 1 FROM chats WHERE `key` = ? FOR UPDATE SKIP LOCKED', [
    chatKey,
  ]);
  return held.length > 0;
}

/**
 * The chat's next entry, due or not, and whether another stands behind it. What arrived first says whose turn it is;
 * among updates the messenger's numbers decide, since two deliveries may overtake one another.
 */
export async function nextEntry(
  tx: Transaction,
  chatKey: string,
): Promise<{ entry: InboxEntry; more: boolean } | null> {
  const [row, another] = await readRows<EntryRow>(tx, whoseTurn, [chatKey, internalSource]);
  return row ? { entry: entryOf(row, chatKey), more: another !== undefined } : null;
}

/** Once for each entry that is handled: in words of our own, since building it would cost more than asking it. */
const whoseTurn =
  'SELECT id, source, update_id, payload, key_id, tries, received_at, due_at, fault FROM inbox' +
  " WHERE chat_key = ? AND state = 'waiting'" +
  ' ORDER BY CASE WHEN source = ' +
  "(SELECT source FROM inbox head WHERE head.chat_key = inbox.chat_key AND head.state = 'waiting' ORDER BY head.id LIMIT 1)" +
  ' THEN 0 ELSE 1 END, CASE WHEN source = ? THEN id ELSE 0 END, update_id LIMIT 2';

interface EntryRow {
  id: number;
  source: string;
  update_id: string;
  payload: string;
  key_id: string;
  tries: number;
  received_at: string | Date;
  due_at: string | Date;
  fault: string | null;
}

function entryOf(row: EntryRow, chatKey: string): InboxEntry {
  const { id, source, payload, tries, fault } = row;
  return {
    ...{ id, source, chatKey, payload, tries, fault, state: 'waiting' },
    updateId: row.update_id,
    keyId: row.key_id,
    receivedAt: momentOf(row.received_at),
    dueAt: momentOf(row.due_at),
  };
}

/** Lets the whole chat wait: what follows a failed entry must not overtake it. */
export async function delayChat(tx: Transaction, chatKey: string, until: Date): Promise<void> {
  await tx.update(InboxEntry, { chatKey, state: 'waiting', dueAt: LessThan(until) }, { dueAt: until });
}
