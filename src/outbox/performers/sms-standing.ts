import { In, MoreThan } from 'typeorm';
import { OutboxEntry } from '../../../entities/outbox-entry.js';
import type { Clock } from '../../clock.js';
import type { Transaction } from '../../db/transaction.js';
import type { Chats } from '../../reset/ports.js';
import type { SmsGateway } from '../../sms/gateway.js';
import type { SmsStanding } from '../../staff/events.js';
import type { Performer } from '../performer.js';

export interface SmsStandingParts {
  sms: Pick<SmsGateway, 'standings'>;
  clock: Clock;
  chats: (tx: Transaction) => Chats;
}

interface Order {
  chatKey: string;
  /** Of this asking, so that it is told once. */
  id: string;
}

const day = 24 * 3_600_000;

/** Asks the providers how they stand, for one of staff who wants to know. */
export function makeSmsStandingPerformer({
  sms,
  clock,
  chats,
}: SmsStandingParts): Performer<Order, readonly SmsStanding[]> {
  return {
    ...{ atOnce: 2, leaseMs: 60_000, tries: 2, afterCrash: 'repeat' },
    kind: 'sms-standing',
    perform: async () => ({ kind: 'done', result: await sms.standings() }),
    async settle(tx, { chatKey, id }, standings) {
      const since = MoreThan(new Date(clock.now().getTime() - day));
      const kind = In(['sms-code', 'sms-notice']);
      const count = (state: OutboxEntry['state']) =>
        tx.countBy(OutboxEntry, { kind, state, createdAt: since });
      const [sent, failed, doubt] = [await count('done'), await count('failed'), await count('doubt')];
      await chats(tx).tell(chatKey, { kind: 'staff-sms', standings, sent, failed, doubt }, `sms:${id}`);
    },
    givenUp: () => null,
  };
}
