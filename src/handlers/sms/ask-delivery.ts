import type { SmsDelivery } from '../../../entities/sms-message.js';
import type { SmsGateway } from '../../sms/gateway.js';
import type { Performer } from '../../outbox/handler.js';
import type { StatusOrder } from './enqueue-questions.js';
import type { TellDelivery } from './record-delivery.js';

export interface SmsStatusParts {
  sms: Pick<SmsGateway, 'status'>;
  tell: TellDelivery;
}

/** Asks a provider what became of a message. No clear word is a word too: the book asks again later. */
export function makeSmsStatusPerformer({ sms, tell }: SmsStatusParts): Performer<StatusOrder, SmsDelivery> {
  return {
    ...{ atOnce: 4, leaseMs: 30_000, tries: 3, afterCrash: 'repeat' },
    kind: 'sms-status',
    perform: async ({ id }) => ({ kind: 'done', result: await sms.status(id) }),
    settle: (tx, { message }, delivery) => tell(tx, message, delivery),
    givenUp: () => 'unknown',
  };
}
