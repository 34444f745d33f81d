import type { SmsDelivery } from '../../../entities/sms-message.js';
import type { Transaction } from '../../db/transaction.js';
import type { Count } from '../../metrics.js';
import type { SentMessages } from '../../sent-messages/sent-messages.js';
import type { ResultsIn } from '../reset/reset-results.js';

export interface RecordDeliveryParts {
  sent: (tx: Transaction) => SentMessages;
  results: ResultsIn;
  /** In their order. */
  providers: readonly string[];
  count: Count;
}

/** Brings a provider's word on a message to its record, and to whoever waits for the code in it. */
export type RecordDelivery = (tx: Transaction, message: number, delivery: SmsDelivery) => Promise<void>;

export function makeRecordDelivery({ sent, results, providers, count }: RecordDeliveryParts): RecordDelivery {
  return async (tx, id, delivery) => {
    const ended = await sent(tx).recordDelivery(id, delivery);
    if (!ended) return;
    const { provider, purpose, subject } = ended;
    count('sms_deliveries_total', { provider, delivery });
    if (purpose !== 'code' || (delivery !== 'undelivered' && delivery !== 'blacklisted')) return;
    await results(tx).sendNotDelivered({
      challengeId: subject,
      delivery,
      through: provider,
      last: await sent(tx).isLast(ended),
      others: providers.some((other) => other !== provider),
    });
  };
}
