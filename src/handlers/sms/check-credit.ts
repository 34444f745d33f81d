import type { Alerts } from '../../alerts/alerts.js';
import type { WarnAt } from '../../alerts/watch.js';
import type { Transaction } from '../../db/transaction.js';
import type { ProviderStatus, SmsGateway } from '../../sms/gateway.js';
import type { JobHandler } from '../../outbox/handler.js';

export interface SmsCreditParts {
  sms: Pick<SmsGateway, 'statuses'>;
  alerts: (tx: Transaction) => Alerts;
  warnAt: Pick<WarnAt, 'creditRials' | 'creditMessages'>;
}

/** Asks every provider what is left to send with, and tells staff while there is still time to buy more. */
export function makeCheckCreditHandler({
  sms,
  alerts,
  warnAt,
}: SmsCreditParts): JobHandler<null, ProviderStatus[]> {
  const least = { rials: warnAt.creditRials, messages: warnAt.creditMessages };
  return {
    concurrency: 1,
    waitsOutside: true,
    leaseMs: 60_000,
    tries: 2,
    onWorkerDeath: 'retry',
    kind: 'sms-credit',
    run: async () => ({ kind: 'done', result: await sms.statuses() }),
    async onResult(tx, _, statuses) {
      for (const { name, credit } of statuses) {
        if (!credit || credit.left >= least[credit.unit]) continue;
        await alerts(tx).raise({ cause: 'sms-credit-low', about: name, facts: { ...credit } });
      }
    },
    onExhausted: () => null,
  };
}
