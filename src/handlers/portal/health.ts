import type { Alerts } from '../../alerts/alerts.js';
import type { Transaction } from '../../db/transaction.js';
import type { Portal } from '../../portal/port.js';
import type { JobHandler } from '../../outbox/handler.js';
import { minute } from '../../durations.js';
import type { ResultsIn } from '../reset/reset-results.js';

export interface PortalHealthParts {
  portal: Pick<Portal, 'healthy'>;
  alerts: (tx: Transaction) => Alerts;
  results: ResultsIn;
}

const silences = 3;

/**
 * Sees whether the portal answers. Three silences in a row, a minute apart, are more than a hiccup. After any silence,
 * what is kept is asked about without waiting for its time.
 */
export function makePortalHealthHandler({
  portal,
  alerts,
  results,
}: PortalHealthParts): JobHandler<null, 'answers' | 'answers again' | 'silent'> {
  return {
    concurrency: 1,
    waitsOutside: true,
    leaseMs: 30_000,
    tries: silences,
    onWorkerDeath: 'retry',
    kind: 'portal-health',
    run: async (_, { tries }) => {
      if (await portal.healthy()) return { kind: 'done', result: tries > 1 ? 'answers again' : 'answers' };
      if (tries >= silences) return { kind: 'done', result: 'silent' };
      return { kind: 'retry', afterMs: minute, fault: 'portal silent' };
    },
    async onResult(tx, _, result) {
      if (result === 'silent') return void (await alerts(tx).raise({ cause: 'portal-silent' }));
      const staffKnew = await alerts(tx).clear({ cause: 'portal-silent' }, { cause: 'portal-back' });
      if (staffKnew || result === 'answers again') await results(tx).portalIsBack();
    },
    onExhausted: () => 'silent',
  };
}
