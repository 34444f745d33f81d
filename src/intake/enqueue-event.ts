import { createHash } from 'node:crypto';
import type { Tell, ToldEvent } from '../chats/tell.js';
import { isKnown, internalSource, enqueueIncoming, type InboxParts } from './inbox.js';

/** Tells chats by rows in their inbox, so that an event takes its turn among the chat's updates. */
export function makeTell(parts: InboxParts): Tell<ToldEvent> {
  return {
    async tell(chatKey, event, key) {
      const arrival = {
        source: internalSource,
        id: short(key),
        chatKey,
        incoming: { kind: 'event', event },
      } as const;
      if (await isKnown(parts.tx, arrival)) return;
      await enqueueIncoming(parts, arrival);
    },
  };
}

const columnLength = 64;

/** Keys that do not fit are kept by their digest, which is as unique. */
function short(key: string): string {
  return key.length <= columnLength ? key : createHash('sha256').update(key).digest('hex');
}
