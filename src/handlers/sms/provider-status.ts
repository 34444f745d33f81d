import type { Clock } from '../../clock.js';
import type { Transaction } from '../../db/transaction.js';
import type { Tell } from '../../chats/tell.js';
import type { SmsGateway } from '../../sms/gateway.js';
import type { SentMessages } from '../../sent-messages/sent-messages.js';
import { deliveriesOf, totalOf } from '../../sent-messages/counts.js';
import type { SmsProviderStatus, StaffEvent } from '../../staff/events.js';
import type { JobHandler } from '../../outbox/handler.js';
import { day } from '../../durations.js';

export interface ProviderStatusParts {
  sms: Pick<SmsGateway, 'statuses'>;
  clock: Clock;
  sent: (tx: Transaction) => SentMessages;
  chats: (tx: Transaction) => Tell<StaffEvent>;
}

interface StatusQuestion {
  chatKey: string;
  /** Of this asking, so that it is told once. */
  id: string;
}

/** Asks the providers how they stand, for one of staff who wants to know. */
export function makeProviderStatusHandler({
  sms,
  clock,
  sent,
  chats,
}: ProviderStatusParts): JobHandler<StatusQuestion, readonly SmsProviderStatus[]> {
  return {
    concurrency: 2,
    waitsOutside: true,
    leaseMs: 60_000,
    tries: 2,
    onWorkerDeath: 'retry',
    kind: 'sms-standing',
    run: async () => ({ kind: 'done', result: await sms.statuses() }),
    async onResult(tx, { chatKey, id }, asked) {
      const counts = await sent(tx).counts(new Date(clock.now().getTime() - day));
      const standings = asked.map((one) => ({ ...one, deliveries: deliveriesOf(counts, one.name) }));
      const totals = {
        sent: totalOf(counts, 'accepted'),
        failed: totalOf(counts, 'refused'),
        doubt: totalOf(counts, 'doubt'),
      };
      await chats(tx).tell(chatKey, { kind: 'staff-sms', standings, ...totals }, `sms:${id}`);
    },
    onExhausted: () => null,
  };
}
