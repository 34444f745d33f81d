import { causes, type AboutKind, type AlertFacts, type Cause } from '../../alerts/causes.js';
import type { Keyboard } from '../../chat/keyboards.js';
import type { Messages } from '../../chat/reply.js';
import type { AlertEvent } from '../../alerts/events.js';
import type { StaffMember } from '../../people/people.js';
import { atLeast } from '../../people/role.js';

/** An alert as somebody of staff reads it; null when their role is none that hears of it any more. */
export function renderAlert(
  { role }: StaffMember,
  { cause, about, facts }: AlertEvent,
): { message: Messages; keyboard: Keyboard } | null {
  const rule = causes[cause];
  if (!atLeast(role, rule.least)) return null;
  const message = { ...older[cause], ...facts, ...named[rule.about](about), kind: `alert-${cause}` };
  const chat = 'mark' in facts ? [{ ...facts, kind: 'alert-chat' }] : [];
  return { message: [message, ...chat], keyboard: rule.about === 'member' ? [`member:${about}`] : [] };
}

/** What a program of before left out. */
const older: Partial<Record<Cause, AlertFacts>> = {
  'not-me': { path: 'closed' },
  'sms-budget-spent': { reserve: 'spent' },
};

/** How what it is about is called in the sentence. */
const named: Readonly<Record<AboutKind, (about: string) => object>> = {
  member: (insuredCode) => ({ insuredCode }),
  provider: (name) => ({ provider: { kind: `sms-provider-${name}` } }),
  messenger: (platform) => ({ platform }),
  job: (job) => ({ job }),
  'the house': () => ({}),
};
