import type { AccountAnswer } from '../../reset/ports.js';
import type { JobHandler } from '../../outbox/handler.js';
import type { PortalHandlerParts } from './reset.js';

/** Asks some time after a recovery how the password stands. Nobody waits for it. */
export function makePortalLookHandler({
  portal,
  results,
}: PortalHandlerParts): JobHandler<{ resetId: string; insuredCode: string }, AccountAnswer> {
  return {
    concurrency: 2,
    waitsOutside: true,
    leaseMs: 30_000,
    tries: 2,
    onWorkerDeath: 'retry',
    kind: 'portal-look',
    run: async ({ insuredCode }) => ({ kind: 'done', result: await portal.account(insuredCode) }),
    onResult: (tx, { resetId }, answer) => results(tx).passwordSeen(resetId, answer),
    onExhausted: () => 'away',
  };
}
