import type { Member } from '../staff/look-up.js';
import type { StaffContext } from './staff-command.js';
import { showUsage } from './staff-say.js';

/** The member whom the words mean; without exactly one, says so and gives null. */
export async function oneMember(context: StaffContext, text: string, usage: string): Promise<Member | null> {
  const { scope, staff } = context;
  if (text === '') {
    await showUsage(context, usage);
    return null;
  }
  const found = await staff.lookUp.find(text);
  const [member, another] = found.members;
  if (found.private && scope.messageId !== null) await scope.replies.delete(scope.messageId);
  if (!member) await scope.replies.say('member-not-found');
  else if (another) {
    const codes = found.members.map(({ insuredCode }) => insuredCode).join(' - ');
    const buttons = found.members.map(({ insuredCode }) => `member:${insuredCode}`);
    await scope.replies.say({ kind: 'members-several', count: found.members.length, codes }, buttons);
  }
  return member && !another ? member : null;
}
