import type { AlertReason } from '../audit/vocabulary.js';
import type { StaffRole } from '../people/role.js';
import { hour, day } from '../durations.js';

/** What an alert is about, so that its sentence can name it and its buttons lead there. */
export type AboutKind = 'member' | 'provider' | 'messenger' | 'job' | 'the house';

/** How one cause of trouble is told. Its sentence is `alert-<cause>`; its name in the trail is its own. */
export interface CauseRule {
  /** Whoever has at least this role is told. */
  least: StaffRole;
  about: AboutKind;
  /** Told again only after so long. */
  quietMs: number;
  /** Whether what has happened is in the trail already, or the alert is its line there. */
  inTrail: 'already' | 'by the alert';
}

const supervisors = { least: 'supervisor', quietMs: hour, inTrail: 'by the alert' } as const;
const already = { quietMs: hour, inTrail: 'already' } as const;

/** Everything that staff are told of by itself. */
export const causes: Readonly<Record<AlertReason, CauseRule>> = {
  // Each is said of another recovery.
  'not-me': { ...already, least: 'operator', about: 'member', quietMs: 0 },
  'not-my-change': { ...already, least: 'operator', about: 'member' },
  'account-lock': { ...already, least: 'operator', about: 'member', quietMs: 0 },
  'closed-for-wrong-codes': { ...already, least: 'operator', about: 'member' },
  'account-missing': { ...already, least: 'supervisor', about: 'the house' },
  'reset-with-staff': { ...already, least: 'supervisor', about: 'the house' },
  'too-many-members': { ...already, least: 'supervisor', about: 'the house' },
  'sms-budget-spent': { ...already, least: 'supervisor', about: 'the house' },
  'sms-resting': { ...supervisors, about: 'provider' },
  'sms-misconfigured': { ...supervisors, about: 'provider' },
  'sms-no-credit': { ...supervisors, about: 'provider' },
  // Credit is bought by day.
  'sms-credit-low': { ...supervisors, about: 'provider', quietMs: day },
  'portal-silent': { ...supervisors, about: 'the house' },
  'portal-back': { ...supervisors, about: 'the house' },
  'most-accounts-missing': { ...supervisors, about: 'the house' },
  'many-wrong-pairs': { ...supervisors, about: 'the house' },
  // The breaker says when.
  'many-wrong-codes': { ...supervisors, about: 'the house', quietMs: 0 },
  'wrong-codes-over': { ...supervisors, about: 'the house', quietMs: 0 },
  'messenger-wants-rest': { ...supervisors, about: 'messenger' },
  'token-refused': { ...supervisors, about: 'messenger' },
  'update-parked': { ...supervisors, about: 'the house' },
  'job-failed': { ...supervisors, about: 'job' },
  'jobs-missing': { ...supervisors, about: 'the house' },
  'trail-broken': { ...supervisors, about: 'the house' },
  'trail-not-genuine': { ...supervisors, about: 'the house', quietMs: 0 },
};

export type Cause = AlertReason;

/** What an alert has to say besides its cause; it fills the blanks of the sentence. */
export type AlertFacts = Readonly<Record<string, string | number>>;
