import { parseMobile } from '../identity/mobile.js';
import { oneMember } from './one-member.js';
import type { StaffCommand } from './staff-command.js';
import { propose, showUsage } from './staff-say.js';
import { firstWord } from './staff-words.js';

const usage = 'usage-setmobile';

/** A first number, where the insurer leaves it to staff to register one. The typed number leaves the chat at once. */
export const setmobile: StaffCommand = {
  name: 'setmobile',
  description: 'staff-command-setmobile',
  usage,
  least: 'supervisor',
  run: async (context, argument) => {
    const { scope } = context;
    const [code, rest] = firstWord(argument);
    if (scope.messageId !== null && rest !== '') await scope.replies.delete(scope.messageId);
    const mobile = parseMobile(rest);
    if (!mobile.ok) return showUsage(context, usage);
    const member = await oneMember(context, code, usage);
    if (!member) return;
    const { id: memberId, insuredCode } = member;
    await propose(context, { kind: 'first-mobile', memberId, insuredCode, number: mobile.value });
  },
};
