import { readRows } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';
import { dialogueIn } from '../dialogues/store.js';
import { chatIn, leased, turnColumns, withDialogue, type TurnRow } from './chat-lease.js';
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
  const sql =
    `SELECT ${turnColumns(ahead)},` +
    " EXISTS (SELECT 1 FROM inbox WHERE inbox.chat_key = chat.`key` AND inbox.state = 'waiting') AS waits" +
    ` FROM chats chat ${withDialogue(tx)} WHERE chat.\`key\` = ?${leased(tx)}`;
  const [row] = await readRows<StartRow>(tx, sql, [...ahead.bound(chatKey), chatKey]);
  if (!row || Number(row.waits) > 0) return null;
  ahead.note(tx, chatKey, row);
  return { chat: chatIn(row), dialogue: dialogueIn(row) };
}

interface StartRow extends TurnRow {
  waits: number;
}

/** Whoever handles it sees the same, whichever way it has come. */
export const asFromRow = (incoming: Incoming): Incoming => JSON.parse(JSON.stringify(incoming)) as Incoming;
