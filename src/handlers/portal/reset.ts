import type { Portal } from '../../portal/port.js';
import type { AccountAnswer, OutcomeAnswer, ResetAnswer } from '../../reset/ports.js';
import type { JobHandler } from '../../outbox/handler.js';
import type { ResultsIn } from '../reset/reset-results.js';

export interface PortalHandlerParts {
  portal: Portal;
  results: ResultsIn;
}

/** Everything asked of the portal may be asked again: questions change nothing, and a reset is known by its id. */
const usual = { concurrency: 8, waitsOutside: true, leaseMs: 30_000, onWorkerDeath: 'retry' } as const;

interface AccountQuestion {
  ticketId: string;
  insuredCode: string;
  chatKey: string;
}

/** Asks how an account stands. A member is waiting for the answer, so it is soon "away". */
export function makePortalAccountHandler({
  portal,
  results,
}: PortalHandlerParts): JobHandler<AccountQuestion, AccountAnswer> {
  return {
    ...usual,
    kind: 'portal-account',
    tries: 2,
    async run({ insuredCode }) {
      const answer = await portal.account(insuredCode);
      return answer === 'away' ? { kind: 'retry', fault: 'portal away' } : { kind: 'done', result: answer };
    },
    onResult: (tx, { ticketId, chatKey }, answer) =>
      results(tx).accountAnswered({ ticketId, chatKey }, answer),
    onExhausted: () => 'away',
  };
}

/** Asks for a reset. No clear answer is an answer: the settlement keeps it as unknown and asks for the outcome. */
export function makePortalResetHandler({
  portal,
  results,
}: PortalHandlerParts): JobHandler<{ resetId: string; insuredCode: string }, ResetAnswer> {
  return {
    ...usual,
    kind: 'portal-reset',
    tries: 3,
    run: async ({ resetId, insuredCode }, { tries }) => {
      const answer = await portal.reset(resetId, insuredCode);
      // A process died over an earlier try, which the portal may have carried out.
      const lost = tries > 1 && answer === 'missing';
      return { kind: 'done', result: lost ? 'unknown' : answer };
    },
    onResult: (tx, { resetId }, answer) => results(tx).resetAnswered(resetId, answer),
    onExhausted: () => 'unknown',
  };
}

/** Asks what became of a reset. */
export function makePortalOutcomeHandler({
  portal,
  results,
}: PortalHandlerParts): JobHandler<{ resetId: string }, OutcomeAnswer> {
  return {
    ...usual,
    kind: 'portal-outcome',
    tries: 3,
    run: async ({ resetId }) => ({ kind: 'done', result: await portal.outcome(resetId) }),
    onResult: (tx, { resetId }, answer) => results(tx).outcomeAnswered(resetId, answer),
    onExhausted: () => 'unknown',
  };
}
