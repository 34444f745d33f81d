import type { AuditLine } from '../audit/audit.js';
import { chatAddress } from '../chats/address.js';
import { memberOf, type Act } from './action.js';
import type { StaffMember } from '../people/people.js';

/** The line of the trail about an act: who, what, whom, and from which messenger. */
export function trailOf(act: Act, { personId, role, chatKey }: StaffMember): AuditLine {
  const { platform } = chatAddress(chatKey);
  return {
    ...('reference' in act
      ? { reason: `staff-${act.kind}`, reference: act.reference }
      : { reason: `staff-${act.kind}` }),
    actor: `staff:${personId}`,
    memberId: memberOf(act),
    detail: { role, platform, ...particulars(act) },
  };
}

function particulars(act: Act): Readonly<Record<string, string | number>> {
  switch (act.kind) {
    case 'grant':
      return { more: act.more };
    case 'first-mobile':
      return { mobile: act.mobile };
    case 'test-sms':
      return { mobile: act.mobile, provider: act.provider };
    case 'mark-done':
    case 'give-back':
      return { reset: act.resetId };
    case 'apply-list':
    case 'apply-list-together': {
      const { newcomers, changed, mobiles, nationalIds, overMembersOwn } = act;
      return { newcomers, changed, mobiles, nationalIds, overMembersOwn };
    }
    case 'close-house':
      return { text: act.text };
    case 'add':
      return { newcomer: act.name, newRole: act.role };
    case 'link':
    case 'remove':
      return { person: act.personId };
    case 'role':
      return { person: act.personId, newRole: act.role };
    default:
      return {};
  }
}
