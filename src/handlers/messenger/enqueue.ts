import type { BotCall, RecordCall } from '../../chat/services.js';
import { unsentId } from '../../chats/unsent.js';
import { chatAddress } from '../../chats/address.js';
import type { PlatformName } from '../../platforms.js';
import { enqueue, type OutboxParts } from '../../outbox/outbox.js';

/** Each messenger has a kind of its own, so that a slow one does not hold up the other. */
export const botCallKind = (platform: PlatformName): string => `bot-call:${platform}`;

/** Enqueues the bot's calls under the chat as ordering key: a person reads them in the order in which they were made. */
export function recordCall(parts: OutboxParts, chatKey: string): RecordCall {
  const kind = botCallKind(chatAddress(chatKey).platform);
  return async (call: BotCall) => unsentId(await enqueue(parts, { kind, lane: chatKey, payload: call }));
}
