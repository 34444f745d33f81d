import type { SentMessages } from '../../sent-messages/sent-messages.js';
import { enqueue, type OutboxParts } from '../../outbox/outbox.js';

/** What `sms-status` is asked about. */
export interface DeliveryQuestion {
  message: number;
  /** As the gateway names it. */
  id: string;
}

/** Sends out the questions that are due about messages whose end is not known; returns how many. */
export async function enqueueDeliveryQuestions(
  parts: OutboxParts,
  sentMessages: SentMessages,
): Promise<number> {
  const due = await sentMessages.takeDue();
  for (const { id: message, provider, providerId } of due) {
    const payload: DeliveryQuestion = { message, id: `${provider}:${providerId}` };
    await enqueue(parts, { kind: 'sms-status', payload });
  }
  return due.length;
}
