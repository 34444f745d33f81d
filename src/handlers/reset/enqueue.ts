import type { ResetJobs } from '../../reset/ports.js';
import { cancelJobs, enqueue, type OutboxParts } from '../../outbox/outbox.js';

/** The jobs of a recovery, each of them a row that its handler takes up after commit. */
export function makeResetJobs(parts: OutboxParts): ResetJobs {
  const write = async (kind: string, subject: string, payload: unknown): Promise<void> => {
    await enqueue(parts, { kind, subject, payload });
  };
  return {
    sendCode: (order) => write('sms-code', order.challengeId, order),
    sendBlind: (order) => write('blind-code', order.challengeId, order),
    afterBlindMiss: (order) => write('blind-miss', order.challengeId, order),
    sendNotice: (order) => write('sms-notice', order.subject, order),
    // Whoever is asked about has given a pair that is right.
    askAccount: (order) =>
      enqueue(parts, {
        ...{ kind: 'portal-account', subject: order.ticketId, payload: order },
        favours: order.chatKey,
      }),
    askOwner: (order) => write('mobile-owner', order.inquiryId, order),
    resetPassword: (order) => write('portal-reset', order.resetId, order),
    askOutcome: (order) => write('portal-outcome', order.resetId, order),
    askWhetherChanged: (order) => write('portal-look', order.resetId, order),
    lockAccount: (order) => write('portal-lock', order.id, order),
    withdraw: (subject) => cancelJobs(parts.tx, subject),
  };
}
