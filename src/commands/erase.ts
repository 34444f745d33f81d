import { oneMember } from './one-member.js';
import type { StaffCommand } from './staff-command.js';
import { propose } from './staff-say.js';

/** Forgets somebody whom the insurer covers no longer. */
export const erase: StaffCommand = {
  name: 'erase',
  description: 'staff-command-erase',
  usage: 'usage-code',
  least: 'owner',
  run: async (context, argument) => {
    const member = await oneMember(context, argument, 'usage-code');
    if (!member) return;
    const { id: memberId, insuredCode } = member;
    const obstacle = await context.staff.lookUp.obstacleToForgetting(member);
    if (obstacle) return context.scope.replies.say({ kind: `erase-${obstacle}`, insuredCode });
    await propose(context, { kind: 'erase', memberId, insuredCode });
  },
};
