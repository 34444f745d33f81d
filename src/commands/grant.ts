import { oneMember } from './one-member.js';
import type { StaffCommand, StaffContext } from './staff-command.js';
import { propose, showUsage } from './staff-say.js';
import { firstWord, typedCount } from './staff-words.js';

const usage = 'usage-grant';

/** The button under a file with nothing left: one more. */
export const grantOne: StaffCommand = {
  name: 'grant-one',
  description: null,
  usage: null,
  least: 'supervisor',
  run: (context, code) => proposeMore(context, code, 1),
};

/** More than this at once is a slip of the finger. */
const mostAtOnce = 5;

export const grant: StaffCommand = {
  name: 'grant',
  description: 'staff-command-grant',
  usage,
  least: 'supervisor',
  run: async (context, argument) => {
    const [code, count] = firstWord(argument);
    const more = typedCount(count, 1, mostAtOnce);
    if (more === null) return showUsage(context, usage);
    await proposeMore(context, code, more);
  },
};

async function proposeMore(context: StaffContext, code: string, more: number): Promise<void> {
  const member = await oneMember(context, code, usage);
  if (!member) return;
  const { cover } = await context.staff.lookUp.overview(member);
  if (!cover?.inForce) return context.scope.replies.say('grant-without-cover');
  const { id: memberId, insuredCode } = member;
  await propose(context, { kind: 'grant', memberId, insuredCode, coverageId: cover.id, more });
}
