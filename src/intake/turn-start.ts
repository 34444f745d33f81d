import { readRows, type Nullable } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';
import { dialogueIn, type DialogueRow } from '../dialogues/store.js';
import { leaseChat } from './chat-lease.js';
import type { ReadAhead } from './read-ahead.js';
import type { Incoming, TurnStart } from './update-handler.js';

/**
 * Holds the chat and begins a turn with what has no row of its own yet. Null: the chat is another's, or something of it
 * waits, which comes first.
 */
export async function startTurn(
  tx: Transaction,
  chatKey: string,
  ahead: ReadAhead,
): Promise<TurnStart | null> {
  const chat = await leaseChat(tx, chatKey);
  if (!chat) return null;
  const sql =
    `SELECT version, dialogue.state, idle_at, ends_at, ${ahead.columns},` +
    " EXISTS (SELECT 1 FROM inbox WHERE chat_key = ? AND state = 'waiting') AS waits" +
    ' FROM (SELECT 1 AS one) asked LEFT JOIN dialogues dialogue ON dialogue.chat_key = ?';
  const [row] = await readRows<StartRow>(tx, sql, [...ahead.bound(chatKey), chatKey, chatKey]);
  if (!row || Number(row.waits) > 0) return null;
  ahead.note(tx, chatKey, row);
  return { chat, dialogue: dialogueIn(row) };
}

interface StartRow extends Nullable<DialogueRow> {
  waits: number;
}

/** Whoever handles it sees the same, whichever way it has come. */
export const asFromRow = (incoming: Incoming): Incoming => JSON.parse(JSON.stringify(incoming)) as Incoming;
