import { oneMember } from './one-member.js';
import type { StaffCommand } from './staff-command.js';
import { propose } from './staff-say.js';

export const block: StaffCommand = {
  name: 'block',
  description: 'staff-command-block',
  usage: 'usage-code',
  least: 'supervisor',
  run: async (shift, argument) => {
    const member = await oneMember(shift, argument, 'usage-code');
    if (!member) return;
    const { id: memberId, insuredCode } = member;
    await propose(shift, { kind: 'block', memberId, insuredCode });
  },
};
