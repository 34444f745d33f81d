import type { KnownChat } from '../chats/chats.js';
import type { Transaction } from '../db/transaction.js';
import type { DialogueRow } from '../dialogues/store.js';
import type { ToldEvent } from '../chats/tell.js';
import type { Update } from 'grammy/types';

/** What came in: an update from a messenger, or an event of our own. */
export type Incoming = { kind: 'update'; update: Update } | { kind: 'event'; event: ToldEvent };

/** What a turn's first statements have read of its chat, which is held until the transaction ends. */
export interface TurnStart {
  chat: KnownChat;
  dialogue: DialogueRow | null;
}

/** Makes something of one entry, inside the transaction that also marks it done. No network. */
export type Handle = (
  tx: Transaction,
  chatKey: string,
  incoming: Incoming,
  start: TurnStart,
) => Promise<void>;
