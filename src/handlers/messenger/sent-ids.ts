import { OutboxEntry } from '../../../entities/outbox-entry.js';
import type { BotCall } from '../../chat/services.js';
import { isUnsent, unsentMessage, type UnsentMessage } from '../../chats/unsent.js';
import type { TransactionRunner } from '../../db/transaction.js';
import { subjectOf } from './enqueue.js';
import { messagesSent } from './progress.js';

/** By which numbers the messenger knows the messages that were sent. */
export interface SentIds {
  /** What a job in this chat has sent so far, in its order; 0 for what was not sent. */
  remember(chatKey: string, sending: number, ids: readonly number[]): void;
  /** The messenger's id; null when the message never went out. */
  find(chatKey: string, message: UnsentMessage): Promise<number | null>;
}

/** Most are asked for within minutes; what is forgotten here is in the rows. */
const mostRemembered = 2_000;

export function makeSentIds(inStatement: TransactionRunner): SentIds {
  const recent = new Map<string, readonly number[]>();
  const nameOf = (chatKey: string, sending: number): string => `${chatKey} ${sending}`;

  const idsInRow = async (lane: string, message: UnsentMessage): Promise<readonly number[]> => {
    const which = 'row' in message ? { id: message.row } : { subject: subjectOf(message.sending) };
    const entry = await inStatement((tx) => tx.findOneBy(OutboxEntry, { lane, ...which }));
    return entry?.outsideId ? [Number(entry.outsideId)] : messagesSent(entry?.progress ?? null);
  };
  return {
    remember(chatKey, sending, ids) {
      recent.delete(nameOf(chatKey, sending));
      recent.set(nameOf(chatKey, sending), ids);
      for (const oldest of recent.keys())
        if (recent.size > mostRemembered) recent.delete(oldest);
        else break;
    },
    async find(chatKey, message) {
      const known = 'sending' in message ? recent.get(nameOf(chatKey, message.sending)) : undefined;
      const ids = known ?? (await idsInRow(chatKey, message));
      return ids['place' in message ? message.place : 0] || null;
    },
  };
}

/** The call with real message ids for unsent ones; null when the message never went out. */
export async function withSentIds(call: BotCall, chatKey: string, sentIds: SentIds): Promise<BotCall | null> {
  const payload = JSON.parse(call.body) as Record<string, unknown>;
  const named = payload['message_id'];
  if (typeof named !== 'number' || !isUnsent(named)) return call;
  const sent = await sentIds.find(chatKey, unsentMessage(named));
  return sent === null ? null : { ...call, body: JSON.stringify({ ...payload, message_id: sent }) };
}
