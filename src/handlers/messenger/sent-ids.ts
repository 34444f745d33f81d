import { OutboxEntry } from '../../../entities/outbox-entry.js';
import type { BotCall } from '../../chat/services.js';
import type { TransactionRunner } from '../../db/transaction.js';
import { isUnsent, rowOf } from '../../chats/unsent.js';

/** The messenger's id of the message that this row has sent; null when it sent none. */
export type SentAs = (row: number) => Promise<number | null>;

export const sentAs =
  (inTransaction: TransactionRunner): SentAs =>
  async (row) => {
    const entry = await inTransaction((tx) => tx.findOneBy(OutboxEntry, { id: row }));
    return entry?.outsideId ? Number(entry.outsideId) : null;
  };

/** The call with real message ids for unsent ones; null when the message never went out. */
export async function withSentIds(call: BotCall, sentId: SentAs): Promise<BotCall | null> {
  const payload = JSON.parse(call.body) as Record<string, unknown>;
  const named = payload['message_id'];
  if (typeof named !== 'number' || !isUnsent(named)) return call;
  const sent = await sentId(rowOf(named));
  return sent === null ? null : { ...call, body: JSON.stringify({ ...payload, message_id: sent }) };
}
