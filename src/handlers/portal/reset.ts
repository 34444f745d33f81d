import type { Portal } from '../../portal/port.js';
import type { AccountAnswer, OutcomeAnswer, ResetAnswer } from '../../reset/ports.js';
import type { Performer } from '../../outbox/handler.js';
import type { Settle } from '../reset/reset-results.js';

export interface PortalParts {
  portal: Portal;
  settle: Settle;
}

/** Everything asked of the portal may be asked again: questions change nothing, and a reset is known by its id. */
const usual = { atOnce: 8, leaseMs: 30_000, afterCrash: 'repeat' } as const;

interface AccountOrder {
  ticketId: string;
  insuredCode: string;
  chatKey: string;
}

/** Asks how an account stands. A member is waiting for the answer, so it is soon "away". */
export function makePortalAccountPerformer({
  portal,
  settle,
}: PortalParts): Performer<AccountOrder, AccountAnswer> {
  return {
    ...usual,
    kind: 'portal-account',
    tries: 2,
    async perform({ insuredCode }) {
      const answer = await portal.account(insuredCode);
      return answer === 'away' ? { kind: 'later', fault: 'portal away' } : { kind: 'done', result: answer };
    },
    settle: (tx, { ticketId, chatKey }, answer) => settle(tx).accountAnswered({ ticketId, chatKey }, answer),
    givenUp: () => 'away',
  };
}

/** Asks for a reset. No clear answer is an answer: the settlement keeps it as unknown and asks for the outcome. */
export function makePortalResetPerformer({
  portal,
  settle,
}: PortalParts): Performer<{ resetId: string; insuredCode: string }, ResetAnswer> {
  return {
    ...usual,
    kind: 'portal-reset',
    tries: 3,
    perform: async ({ resetId, insuredCode }) => ({
      kind: 'done',
      result: await portal.reset(resetId, insuredCode),
    }),
    settle: (tx, { resetId }, answer) => settle(tx).resetAnswered(resetId, answer),
    givenUp: () => 'unknown',
  };
}

/** Asks what became of a reset. */
export function makePortalOutcomePerformer({
  portal,
  settle,
}: PortalParts): Performer<{ resetId: string }, OutcomeAnswer> {
  return {
    ...usual,
    kind: 'portal-outcome',
    tries: 3,
    perform: async ({ resetId }) => ({ kind: 'done', result: await portal.outcome(resetId) }),
    settle: (tx, { resetId }, answer) => settle(tx).outcomeAnswered(resetId, answer),
    givenUp: () => 'unknown',
  };
}
