import type { SmsDelivery } from '../../../entities/sms-message.js';
import type { SmsGateway } from '../../sms/gateway.js';
import type { JobHandler } from '../../outbox/handler.js';
import type { DeliveryQuestion } from './enqueue-questions.js';
import type { RecordDelivery } from './record-delivery.js';

export interface AskDeliveryParts {
  sms: Pick<SmsGateway, 'status'>;
  record: RecordDelivery;
}

/** Asks a provider what became of a message. No clear word is a word too: it is asked again later. */
export function makeAskDeliveryHandler({
  sms,
  record,
}: AskDeliveryParts): JobHandler<DeliveryQuestion, SmsDelivery> {
  return {
    concurrency: 4,
    waitsOutside: true,
    leaseMs: 30_000,
    tries: 3,
    onWorkerDeath: 'retry',
    kind: 'sms-status',
    run: async ({ id }) => ({ kind: 'done', result: await sms.status(id) }),
    onResult: (tx, { message }, delivery) => record(tx, message, delivery),
    onExhausted: () => 'unknown',
  };
}
