import type { Clock } from '../../clock.js';
import type { Transaction } from '../../db/transaction.js';
import type { Chats } from '../../reset/ports.js';
import type { SmsGateway } from '../../sms/gateway.js';
import type { SmsBook } from '../../sent-messages/sent-messages.js';
import { deliveriesOf, totalOf } from '../../sent-messages/tallies.js';
import type { SmsStanding } from '../../staff/events.js';
import type { Performer } from '../../outbox/handler.js';

export interface SmsStandingParts {
  sms: Pick<SmsGateway, 'standings'>;
  clock: Clock;
  book: (tx: Transaction) => SmsBook;
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
  book,
  chats,
}: SmsStandingParts): Performer<Order, readonly SmsStanding[]> {
  return {
    ...{ atOnce: 2, leaseMs: 60_000, tries: 2, afterCrash: 'repeat' },
    kind: 'sms-standing',
    perform: async () => ({ kind: 'done', result: await sms.standings() }),
    async settle(tx, { chatKey, id }, asked) {
      const tallies = await book(tx).tally(new Date(clock.now().getTime() - day));
      const standings = asked.map((one) => ({ ...one, deliveries: deliveriesOf(tallies, one.name) }));
      const [sent, failed, doubt] = [
        totalOf(tallies, 'accepted'),
        totalOf(tallies, 'refused'),
        totalOf(tallies, 'doubt'),
      ];
      await chats(tx).tell(chatKey, { kind: 'staff-sms', standings, sent, failed, doubt }, `sms:${id}`);
    },
    givenUp: () => null,
  };
}
