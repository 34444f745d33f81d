import { auditEvent, type AuditReason } from '../audit/vocabulary.js';
import type { RefusalKind, Step } from './stats.js';

/**
 * How ways back are counted, from the trail and the ledger.
 *
 * A way is everything that one chat does for one member on one day in Tehran, up to a recovery that is done. Whoever
 * mistypes, asks for a second code or begins again is still on the same way; each recovery done is a way of its own,
 * from its first step. A chat that has only ever named a pair that nobody has is one way a day, however often it tried,
 * and none beside the ways of a member whom it named rightly that day. Midnight ends a way.
 *
 * A way has come as far as the furthest step that anything in the trail gives proof of, and so through all before it.
 */
export const proofOf: Readonly<Record<Exclude<Step, 'done'>, readonly string[]>> = {
  begun: events('no-match', 'too-many-pairs'),
  matched: events(
    ...(['pair-matched', 'locked', 'locked-until-staff', 'cover-not-active', 'under-way'] as const),
    ...(['portal-away', 'account-missing', 'password-is-initial', 'resets-used-up'] as const),
    ...(['mobile-by-staff', 'mobile-not-proven', 'too-many-sends', 'sms-budget-spent'] as const),
  ),
  'code-sent': events(
    ...(['code-sent', 'code-sent-again', 'code-expired', 'code-wrong', 'code-wrong-last'] as const),
    ...(['locked-for-wrong-codes', 'closed-for-wrong-codes'] as const),
  ),
  'code-right': events('code-right'),
};

/** What the trail calls a refusal, and what it is counted as. */
const refusals: Partial<Record<AuditReason, RefusalKind>> = {
  'no-match': 'no-match',
  'too-many-pairs': 'too-many-pairs',
  locked: 'locked',
  'locked-for-wrong-codes': 'locked',
  'locked-until-staff': 'locked-until-staff',
  'closed-for-wrong-codes': 'locked-until-staff',
  'cover-not-active': 'cover-not-active',
  'under-way': 'under-way',
  'portal-away': 'portal-away',
  'account-missing': 'account-missing',
  'reset-given-back': 'account-missing',
  'password-is-initial': 'password-is-initial',
  'resets-used-up': 'resets-used-up',
  'mobile-by-staff': 'mobile-by-staff',
  'too-many-sends': 'too-many-sends',
  'sms-budget-spent': 'sms-budget-spent',
  'sms-refused': 'sms-refused',
  'code-expired': 'code-expired',
  'code-wrong-last': 'code-wrong-last',
};

/** By the event of the trail. */
export const refusalOf: ReadonlyMap<string, RefusalKind> = new Map(
  Object.entries(refusals).map(([reason, kind]) => [auditEvent(reason as AuditReason), kind]),
);

function events(...reasons: AuditReason[]): string[] {
  return reasons.map(auditEvent);
}
