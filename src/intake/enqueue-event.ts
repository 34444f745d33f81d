import { createHash } from 'node:crypto';
import type { Tell, ToldEvent } from '../chats/tell.js';
import { writeBeforeCommit, type Batch } from '../db/after-commit.js';
import { internalSource, enqueueIncoming, type Arrival, type InboxParts } from './inbox.js';

/** Tells chats by rows in their inbox, so that an event takes its turn among the chat's updates. */
export function makeTell(parts: InboxParts): Tell<ToldEvent> {
  return {
    async tell(chatKey, event, key) {
      await enqueueIncoming(parts, eventArrival(chatKey, event, key));
    },
  };
}

/** What was told, and with what it is written down if nothing else becomes of it. */
export interface Told {
  parts: InboxParts;
  arrival: Arrival;
}

/** The same at the end of the transaction, by somebody who may have another way than a row. */
export const makeTellAtEnd = (parts: InboxParts, atEnd: Batch<Told>): Tell<ToldEvent> => ({
  tell: (chatKey, event, key) =>
    writeBeforeCommit(parts.tx, atEnd, { parts, arrival: eventArrival(chatKey, event, key) }),
});

/** An event as it comes into a chat; of several with the same key one comes in. */
export const eventArrival = (chatKey: string, event: ToldEvent, key: string): Arrival => ({
  source: internalSource,
  id: short(key),
  chatKey,
  incoming: { kind: 'event', event },
});

const columnLength = 64;

/** Keys that do not fit are kept by their digest, which is as unique. */
function short(key: string): string {
  return key.length <= columnLength ? key : createHash('sha256').update(key).digest('hex');
}
