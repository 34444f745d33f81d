import type { BotCall, RecordCall } from '../../chat/services.js';
import { chatAddress, type PlatformName } from '../../chats/address.js';
import { enqueue, type OutboxParts } from '../../outbox/outbox.js';

/** Each messenger has a kind of its own, so that a slow one does not hold up the other. */
export const botCallKind = (platform: PlatformName): string => `bot-call:${platform}`;

/** Writes the bot's calls into the chat's lane: a person reads them in the order in which they were made. */
export function recordCall(parts: OutboxParts, chatKey: string): RecordCall {
  const kind = botCallKind(chatAddress(chatKey).platform);
  return async (call: BotCall) => unsentMessage(await enqueue(parts, { kind, lane: chatKey, payload: call }));
}

/** A message that has not been sent yet goes by its row's number, below zero; real ids are above. Its own inverse. */
export const unsentMessage = (row: number): number => -row;
