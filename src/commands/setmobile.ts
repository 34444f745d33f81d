import { parseMobile } from '../identity/mobile.js';
import { oneMember } from './one-member.js';
import type { Member } from '../staff/look-up.js';
import type { StaffCommand, StaffContext } from './staff-command.js';
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
    await setNumber(context, member, mobile.value);
  },
};

/** The button under a file without a number: asks for it. */
export const setNumberButton: StaffCommand = {
  name: 'set-number',
  description: null,
  usage: null,
  least: 'supervisor',
  run: async (context, code) => {
    const member = await oneMember(context, code, usage);
    if (!member) return;
    const { insuredCode } = member;
    await context.staff.prompts.ask(context.actor, { purpose: 'first-mobile', about: insuredCode });
    await context.scope.replies.say({ kind: 'setmobile-number', insuredCode });
  },
};

export const setNumber = (
  context: StaffContext,
  { id: memberId, insuredCode }: Pick<Member, 'id' | 'insuredCode'>,
  number: string,
): Promise<void> => propose(context, { kind: 'first-mobile', memberId, insuredCode, number });
