import type { MemberAct } from '../staff/action.js';
import { oneMember } from './one-member.js';
import type { StaffCommand } from './staff-command.js';
import { propose } from './staff-say.js';

/** How a command runs that takes an insured code and asks whether this is to be done to its member. */
export const memberAct =
  (kind: MemberAct['kind']): StaffCommand['run'] =>
  async (shift, argument) => {
    const member = await oneMember(shift, argument, 'usage-code');
    if (!member) return;
    const { id: memberId, insuredCode } = member;
    await propose(shift, { kind, memberId, insuredCode });
  };
