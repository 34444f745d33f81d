import { auditEvent, type AuditReason } from '../audit/vocabulary.js';
import type { Step } from './stats.js';

/**
 * How recoveries are counted, from the trail and the ledger of recoveries.
 *
 * A way is everything that one chat does for one member on one day in Tehran, up to a recovery that is done. Whoever
 * mistypes, asks for a second code or begins again is still on the same way; each recovery done is a way of its own,
 * from its first step. A chat that has only ever named a pair that nobody has is one way a day, however often it tried,
 * and none beside the ways of a member whom it named rightly that day. Midnight ends a way.
 *
 * A way has come as far as the furthest step that anything in the trail gives proof of, and so through all before it.
 */
export const proofOf: Readonly<Record<Exclude<Step, 'done'>, readonly string[]>> = {
  begun: events('no-match', 'too-many-pairs', 'code-perhaps-sent'),
  matched: events(
    ...(['pair-matched', 'locked', 'locked-until-staff', 'cover-not-active', 'under-way'] as const),
    ...([
      'portal-away',
      'account-missing',
      'password-is-initial',
      'resets-used-up',
      'number-cooling',
    ] as const),
    ...(['mobile-by-staff', 'mobile-mismatch', 'mobile-owner-unknown', 'mobile-not-proven'] as const),
    ...(['too-many-sends', 'sms-budget-spent'] as const),
  ),
  'code-sent': events(
    ...(['code-sent', 'code-sent-again', 'code-expired', 'code-wrong', 'code-wrong-last'] as const),
    ...(['locked-for-wrong-codes', 'closed-for-wrong-codes', 'number-reported'] as const),
  ),
  'code-right': events('code-right'),
};

function events(...reasons: AuditReason[]): string[] {
  return reasons.map(auditEvent);
}
