import { oneMember } from './one-member.js';
import type { StaffCommand } from './staff-command.js';
import { propose } from './staff-say.js';

export const clearmobile: StaffCommand = {
  name: 'clearmobile',
  description: 'staff-command-clearmobile',
  usage: 'usage-code',
  least: 'supervisor',
  run: async (shift, argument) => {
    const member = await oneMember(shift, argument, 'usage-code');
    if (!member) return;
    const { id: memberId, insuredCode } = member;
    await propose(shift, { kind: 'clear-mobile', memberId, insuredCode });
  },
};
