import { oneMember } from './one-member.js';
import type { StaffCommand } from './staff-command.js';
import { propose } from './staff-say.js';

export const unlock: StaffCommand = {
  name: 'unlock',
  description: 'staff-command-unlock',
  usage: 'usage-code',
  least: 'operator',
  run: async (shift, argument) => {
    const member = await oneMember(shift, argument, 'usage-code');
    if (!member) return;
    const { id: memberId, insuredCode } = member;
    await propose(shift, { kind: 'unlock', memberId, insuredCode });
  },
};
