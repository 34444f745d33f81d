import type { AuditRecord } from '../audit/audit.js';
import { chatAddress, writtenAccount } from '../chats/address.js';
import { memberOf, type Action } from './action.js';
import type { StaffMember } from '../people/people.js';

/** The line of the trail about an act: who, what, whom, and from which messenger. */
export function trailOf(action: Action, { personId, role, chatKey }: StaffMember): AuditRecord {
  const { platform } = chatAddress(chatKey);
  return {
    ...('reference' in action
      ? { reason: `staff-${action.kind}`, reference: action.reference }
      : { reason: `staff-${action.kind}` }),
    actor: `staff:${personId}`,
    memberId: memberOf(action),
    detail: { role, platform, ...particulars(action) },
  };
}

function particulars(action: Action): Readonly<Record<string, string | number>> {
  switch (action.kind) {
    case 'grant':
      return { more: action.more };
    case 'first-mobile':
      return { mobile: action.mobile };
    case 'test-sms':
      return { mobile: action.mobile, provider: action.provider };
    case 'end-chat':
    case 'mute-chat':
    case 'unmute-chat':
      return { platform: action.platform, mark: action.mark };
    case 'mark-done':
    case 'give-back':
      return { reset: action.resetId };
    case 'apply-list':
    case 'apply-list-together':
    case 'apply-list-whole': {
      const { newcomers, changed, mobiles, nationalIds, overMembersOwn, absent } = action;
      return { newcomers, changed, mobiles, nationalIds, overMembersOwn, absent };
    }
    case 'close-house':
      return { text: action.text };
    case 'add':
      return { newcomer: action.name, newRole: action.role, account: writtenAccount(action) };
    case 'link':
      return { person: action.personId, account: writtenAccount(action) };
    case 'remove':
      return { person: action.personId };
    case 'role':
      return { person: action.personId, newRole: action.role };
    default:
      return {};
  }
}
