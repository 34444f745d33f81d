import type { MemberAction } from '../staff/action.js';
import { oneMember } from './one-member.js';
import type { StaffCommand } from './staff-command.js';
import { propose } from './staff-say.js';

/** How a command runs that takes an insured code and asks whether this is to be done to its member. */
export const memberAction =
  (kind: MemberAction['kind']): StaffCommand['run'] =>
  async (context, argument) => {
    const member = await oneMember(context, argument, 'usage-code');
    if (!member) return;
    const { id: memberId, insuredCode } = member;
    await propose(context, { kind, memberId, insuredCode });
  };
