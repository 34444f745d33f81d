import type { Alerts } from '../../alerts/alerts.js';
import type { Transaction } from '../../db/transaction.js';
import type { Portal } from '../../portal/port.js';
import type { JobHandler } from '../../outbox/handler.js';
import { minute } from '../../durations.js';

export interface PortalHealthParts {
  portal: Pick<Portal, 'healthy'>;
  alerts: (tx: Transaction) => Alerts;
}

const silences = 3;

/** Sees whether the portal answers. Three silences in a row, a minute apart, are more than a hiccup. */
export function makePortalHealthHandler({
  portal,
  alerts,
}: PortalHealthParts): JobHandler<null, 'answers' | 'silent'> {
  return {
    concurrency: 1,
    waitsOutside: true,
    leaseMs: 30_000,
    tries: silences,
    onWorkerDeath: 'retry',
    kind: 'portal-health',
    run: async (_, { tries }) => {
      if (await portal.healthy()) return { kind: 'done', result: 'answers' };
      if (tries >= silences) return { kind: 'done', result: 'silent' };
      return { kind: 'retry', afterMs: minute, fault: 'portal silent' };
    },
    async onResult(tx, _, result) {
      if (result === 'silent') await alerts(tx).raise({ cause: 'portal-silent' });
      else await alerts(tx).clear({ cause: 'portal-silent' }, { cause: 'portal-back' });
    },
    onExhausted: () => 'silent',
  };
}
