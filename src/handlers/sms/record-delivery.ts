import type { SmsDelivery } from '../../../entities/sms-message.js';
import type { Transaction } from '../../db/transaction.js';
import type { Count } from '../../metrics.js';
import type { SmsBook } from '../../sent-messages/sent-messages.js';
import type { Settle } from '../reset/reset-results.js';

export interface DeliveryParts {
  book: (tx: Transaction) => SmsBook;
  settle: Settle;
  /** In their order. */
  providers: readonly string[];
  count: Count;
}

/** Brings a provider's word on a message to the book, and to whoever waits for the code in it. */
export type TellDelivery = (tx: Transaction, message: number, delivery: SmsDelivery) => Promise<void>;

export function makeTellDelivery({ book, settle, providers, count }: DeliveryParts): TellDelivery {
  return async (tx, id, delivery) => {
    const ended = await book(tx).heard(id, delivery);
    if (!ended) return;
    const { provider, purpose, subject } = ended;
    count('sms_deliveries_total', { provider, delivery });
    if (purpose !== 'code' || (delivery !== 'undelivered' && delivery !== 'blacklisted')) return;
    await settle(tx).sendNotDelivered({
      ...{ challengeId: subject, delivery, through: provider },
      last: await book(tx).isLast(ended),
      others: providers.some((other) => other !== provider),
    });
  };
}
