import { LessThan } from 'typeorm';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { Chat } from '../../entities/chat.js';
import type { KnownChat } from '../chats/chats.js';
import { openChat } from '../chats/store.js';
import type { Clock } from '../clock.js';
import { momentOf, readRows, type Nullable } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';
import { dialogueIn, type DialogueRow } from '../dialogues/store.js';
import { internalSource, traceIdOf } from './inbox.js';
import type { ReadAhead } from './read-ahead.js';

/**
 * Holds the chat until the transaction ends, and tells its language; null when another replica has it in hand.
 * SQLite has one process and one transaction at a time, and so needs no lock.
 */
export async function leaseChat(tx: Transaction, chatKey: string): Promise<KnownChat | null> {
  const lock = tx.connection.options.type === 'mysql' ? ' FOR UPDATE SKIP LOCKED' : '';
  const sql = 'SELECT `key` AS chatKey, locale FROM chats WHERE `key` = ?' + lock;
  const [chat] = await readRows<KnownChat>(tx, sql, [chatKey]);
  return chat ?? null;
}

/** The same for a chat whose row was taken away because nothing told of it, while something came in: it is made anew. */
export async function leaseOrOpenChat(
  parts: { tx: Transaction; clock: Clock },
  chatKey: string,
): Promise<KnownChat | null> {
  const { tx } = parts;
  const chat = await leaseChat(tx, chatKey);
  if (chat || (await tx.existsBy(Chat, { key: chatKey }))) return chat;
  await openChat(parts, chatKey);
  return leaseChat(tx, chatKey);
}

/** A chat's next entry, and with what else its turn begins. */
export interface NextEntry {
  entry: InboxEntry;
  /** Another stands behind it. */
  more: boolean;
  dialogue: DialogueRow | null;
}

/**
 * The chat's next entry, due or not. What arrived first says whose turn it is; among updates the messenger's numbers
 * decide, since two deliveries may overtake one another.
 */
export async function nextEntry(
  tx: Transaction,
  chatKey: string,
  ahead: ReadAhead,
): Promise<NextEntry | null> {
  const rows = await readRows<EntryRow>(tx, nextFew(ahead), [...ahead.bound(chatKey), chatKey]);
  const [first] = rows;
  if (!first) return null;
  ahead.note(tx, chatKey, first);
  const row = rows.length < few ? lowestOf(rows, first) : await whoseTurn(tx, chatKey);
  return { entry: entryOf(row, chatKey), more: rows.length > 1, dialogue: dialogueIn(first) };
}

/** Mostly one waits, and then all is known; of more than a few the database sorts them, which costs it as much again. */
const few = 8;

const columns = 'id, source, update_id, payload, inbox.key_id, tries, received_at, due_at, fault, trace_id';

/** Once for each entry that is handled: in words of our own, since building it would cost more than asking it. */
const nextFew = (ahead: ReadAhead): string =>
  `SELECT ${columns}, version, dialogue.state, idle_at, ends_at, ${ahead.columns} FROM inbox` +
  ' LEFT JOIN dialogues dialogue ON dialogue.chat_key = inbox.chat_key' +
  ` WHERE inbox.chat_key = ? AND inbox.state = 'waiting' ORDER BY id LIMIT ${few}`;

/** An event in its own turn; among updates of one messenger the lowest number. */
function lowestOf(rows: readonly EntryRow[], first: EntryRow): EntryRow {
  if (first.source === internalSource) return first;
  const ofSource = rows.filter(({ source }) => source === first.source);
  return ofSource.reduce((lowest, row) => (row.update_id < lowest.update_id ? row : lowest));
}

/** The same of however many. */
async function whoseTurn(tx: Transaction, chatKey: string): Promise<EntryRow> {
  const [row] = await readRows<EntryRow>(
    tx,
    `SELECT ${columns} FROM inbox WHERE chat_key = ? AND state = 'waiting' ORDER BY CASE WHEN source = ` +
      "(SELECT source FROM inbox head WHERE head.chat_key = inbox.chat_key AND head.state = 'waiting' ORDER BY head.id LIMIT 1)" +
      ' THEN 0 ELSE 1 END, CASE WHEN source = ? THEN id ELSE 0 END, update_id LIMIT 1',
    [chatKey, internalSource],
  );
  if (!row) throw new Error('what a chat that is held has waiting is gone');
  return row;
}

/** The dialogue's part is null where there is none. */
interface EntryRow extends Nullable<DialogueRow> {
  id: number;
  source: string;
  update_id: string;
  payload: string;
  key_id: string;
  tries: number;
  received_at: string | Date;
  due_at: string | Date;
  fault: string | null;
  trace_id: string | null;
}

function entryOf(row: EntryRow, chatKey: string): InboxEntry {
  const { id, source, payload, tries, fault } = row;
  return {
    ...{ id, source, chatKey, payload, tries, fault, state: 'waiting' },
    updateId: row.update_id,
    keyId: row.key_id,
    traceId: row.trace_id ?? (source === internalSource ? null : traceIdOf(source, row.update_id)),
    receivedAt: momentOf(row.received_at),
    dueAt: momentOf(row.due_at),
  };
}

/** Lets the whole chat wait: what follows a failed entry must not overtake it. */
export async function delayChat(tx: Transaction, chatKey: string, until: Date): Promise<void> {
  await tx.update(InboxEntry, { chatKey, state: 'waiting', dueAt: LessThan(until) }, { dueAt: until });
}
