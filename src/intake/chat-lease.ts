import { LessThan } from 'typeorm';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { Chat } from '../../entities/chat.js';
import type { KnownChat } from '../chats/chats.js';
import { openChat } from '../chats/store.js';
import type { Clock } from '../clock.js';
import { momentOf, readRows, unlockedTable, type Nullable } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';
import { dialogueIn, type DialogueRow } from '../dialogues/store.js';
import { internalSource, traceIdOf } from './inbox.js';
import type { ReadAhead } from './read-ahead.js';

/**
 * Holds the chat until the transaction ends, and tells its language; null when another replica has it in hand.
 * SQLite has one process and one transaction at a time, and so needs no lock.
 */
export async function leaseChat(tx: Transaction, chatKey: string): Promise<KnownChat | null> {
  const sql = `SELECT \`key\` AS chatKey, locale FROM chats WHERE \`key\` = ?${leased(tx)}`;
  const [chat] = await readRows<KnownChat>(tx, sql, [chatKey]);
  return chat ?? null;
}

/** The same for a chat whose row was taken away because nothing told of it, while something came in: it is made anew. */
export async function leaseOrOpenChat(parts: ChatParts, chatKey: string): Promise<KnownChat | null> {
  const chat = await leaseChat(parts.tx, chatKey);
  return chat ?? ((await reopenChat(parts, chatKey)) ? leaseChat(parts.tx, chatKey) : null);
}

interface ChatParts {
  tx: Transaction;
  clock: Clock;
}

/** False where the row is there, in somebody else's hand. */
async function reopenChat(parts: ChatParts, chatKey: string): Promise<boolean> {
  if (await parts.tx.existsBy(Chat, { key: chatKey })) return false;
  await openChat(parts, chatKey);
  return true;
}

/** How a statement ends that leases the chat that it finds. */
export const leased = ({ connection }: Transaction): string =>
  connection.options.type === 'mysql' ? ' FOR UPDATE SKIP LOCKED' : '';

/** With what a turn begins, of the leased chat: asked in the statement that leases it, and read once it is held. */
export interface TurnRow extends KnownChat, Nullable<DialogueRow> {}

export const turnColumns = (ahead: ReadAhead): string =>
  `chat.\`key\` AS chatKey, chat.locale, version, dialogue.state, idle_at, ends_at, ${ahead.columns}`;

export const withDialogue = (tx: Transaction): string =>
  `LEFT JOIN ${unlockedTable(tx, 'dialogues')} dialogue ON dialogue.chat_key = chat.\`key\``;

export const chatIn = ({ chatKey, locale }: TurnRow): KnownChat => ({ chatKey, locale });

/** A chat's next entry, and with what else its turn begins. */
export interface NextEntry {
  entry: InboxEntry;
  /** Another stands behind it. */
  more: boolean;
  chat: KnownChat;
  dialogue: DialogueRow | null;
}

/**
 * Holds the chat in the same way, and tells its next entry, due or not; null as well where nothing of it waits. What arrived
 * first says whose turn it is; among updates the messenger's numbers decide, since two deliveries may overtake one another.
 */
export async function nextEntry(
  parts: ChatParts,
  chatKey: string,
  ahead: ReadAhead,
): Promise<NextEntry | null> {
  const { tx } = parts;
  const ask = () =>
    readRows<TurnRow & Nullable<EntryRow>>(tx, nextFew(tx, ahead), [...ahead.bound(chatKey), chatKey]);
  let rows = await ask();
  if (rows.length === 0 && (await reopenChat(parts, chatKey))) rows = await ask();
  const [start] = rows;
  const [first, ...others] = rows.filter(isEntry).toSorted((one, other) => one.id - other.id);
  if (!start || !first) return null;
  ahead.note(tx, chatKey, start);
  const row = rows.length < few ? lowestOf([first, ...others], first) : await whoseTurn(tx, chatKey);
  return {
    entry: entryOf(row, chatKey),
    more: others.length > 0,
    ...{ chat: chatIn(start), dialogue: dialogueIn(start) },
  };
}

/** A chat in which nothing waits is found without one. */
const isEntry = <Row extends Nullable<EntryRow>>(row: Row): row is Row & EntryRow => row.id !== null;

/** Mostly one waits, and then all is known; of more than a few the database sorts them, which costs it as much again. */
const few = 8;

const columns = 'id, source, update_id, payload, entry.key_id, tries, received_at, due_at, fault, trace_id';

/**
 * Once for each entry that is handled: in words of our own, since building it would cost more than asking it. In no order,
 * for which the server would write it down: of so few it is put in order here, and of more it is asked for.
 */
const nextFew = (tx: Transaction, ahead: ReadAhead): string =>
  `SELECT ${turnColumns(ahead)}, ${columns} FROM chats chat` +
  ` LEFT JOIN ${unlockedTable(tx, 'inbox')} entry ON entry.chat_key = chat.\`key\` AND entry.state = 'waiting'` +
  ` ${withDialogue(tx)} WHERE chat.\`key\` = ? LIMIT ${few}${leased(tx)}`;

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
    `SELECT ${columns} FROM inbox entry WHERE chat_key = ? AND state = 'waiting' ORDER BY CASE WHEN source = ` +
      "(SELECT source FROM inbox head WHERE head.chat_key = entry.chat_key AND head.state = 'waiting' ORDER BY head.id LIMIT 1)" +
      ' THEN 0 ELSE 1 END, CASE WHEN source = ? THEN id ELSE 0 END, update_id LIMIT 1',
    [chatKey, internalSource],
  );
  if (!row) throw new Error('what a chat that is held has waiting is gone');
  return row;
}

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
