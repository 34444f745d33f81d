import type { Transaction } from '../db/transaction.js';
import type { ToldEvent } from '../chats/tell.js';
import type { Update } from 'grammy/types';

/** What came in: an update from a messenger, or an event of our own. */
export type Incoming = { kind: 'update'; update: Update } | { kind: 'event'; event: ToldEvent };

/** Makes something of one entry, inside the transaction that also marks it done. No network. */
export type Handle = (tx: Transaction, chatKey: string, incoming: Incoming) => Promise<void>;
