import type { Errands } from '../../reset/ports.js';
import { cancelErrands, writeErrand, type OutboxParts } from '../../outbox/outbox.js';

/** The errands of a recovery, each of them a row that its performer takes up after commit. */
export function makeErrands(parts: OutboxParts): Errands {
  const write = async (kind: string, subject: string, payload: unknown): Promise<void> => {
    await writeErrand(parts, { kind, subject, payload });
  };
  return {
    sendCode: (order) => write('sms-code', order.challengeId, order),
    sendNotice: (order) => write('sms-notice', order.subject, order),
    askAccount: (order) => write('portal-account', order.ticketId, order),
    askOwner: (order) => write('mobile-owner', order.inquiryId, order),
    resetPassword: (order) => write('portal-reset', order.resetId, order),
    askOutcome: (order) => write('portal-outcome', order.resetId, order),
    cancel: (subject) => cancelErrands(parts.tx, subject),
  };
}
