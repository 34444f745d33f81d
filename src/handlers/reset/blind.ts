import type { JobHandler } from '../../outbox/handler.js';
import type { AccountAnswer, BlindMissOrder, BlindOrder } from '../../reset/ports.js';
import type { PortalHandlerParts } from '../portal/reset.js';
import type { ResultsIn } from './reset-results.js';

const usual = { concurrency: 8, leaseMs: 30_000, onWorkerDeath: 'retry' } as const;

/** What the portal has said; or there is nobody to ask about. */
type Asked = AccountAnswer | 'nobody';

/** What follows a pair of which the chat is not told whether it was right: the portal is asked only about one that was. */
export function makeBlindCodeHandler({ portal, results }: PortalHandlerParts): JobHandler<BlindOrder, Asked> {
  return {
    ...usual,
    kind: 'blind-code',
    waitsOutside: true,
    tries: 2,
    async run({ insuredCode }) {
      const answer = insuredCode === null ? 'nobody' : await portal.account(insuredCode);
      return answer === 'away' ? { kind: 'retry', fault: 'portal away' } : { kind: 'done', result: answer };
    },
    async onResult(tx, order, asked) {
      if (asked !== 'nobody') await results(tx).blindAnswered(order, asked);
    },
    onExhausted: () => 'away',
  };
}

/** What follows a wrong code that was typed there. */
export function makeBlindMissHandler(results: ResultsIn): JobHandler<BlindMissOrder, null> {
  return {
    ...usual,
    kind: 'blind-miss',
    waitsOutside: false,
    tries: 3,
    run: () => Promise.resolve({ kind: 'done', result: null }),
    onResult: (tx, order) => results(tx).blindMissed(order),
    onExhausted: () => null,
  };
}
