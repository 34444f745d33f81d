import { foldDigits } from '../identity/digits.js';
import { oneMember } from './one-member.js';
import type { StaffCommand } from './staff-command.js';
import { propose } from './staff-say.js';
import { firstWord } from './staff-words.js';

/** The chats that hear of a member's recoveries, each with the button that ends it. */
export const chats: StaffCommand = {
  name: 'chats',
  description: 'staff-command-chats',
  usage: 'usage-code',
  least: 'supervisor',
  run: async (context, argument) => {
    const { replies } = context.scope;
    const member = await oneMember(context, argument, 'usage-code');
    if (!member) return;
    const { insuredCode } = member;
    const { chats: bound } = await context.staff.lookUp.overview(member);
    await replies.say({ kind: bound.length > 0 ? 'chats-of' : 'chats-none', insuredCode });
    for (const chat of bound)
      await replies.say({ kind: 'chats-line', ...chat }, [`end-chat:${chat.bond}-${insuredCode}`]);
  },
};

/** The button; it carries the bond and whose it is. */
export const endChatButton: StaffCommand = {
  name: 'end-chat',
  description: null,
  usage: null,
  least: 'supervisor',
  run: async (context, argument) => {
    const [bond = '', code = ''] = foldDigits(firstWord(argument)[0]).split('-');
    const member = await oneMember(context, code, 'usage-code');
    if (!member) return;
    const { id: memberId, insuredCode } = member;
    const { chats: bound } = await context.staff.lookUp.overview(member);
    const chat = bound.find((one) => one.bond === Number(bond));
    if (!chat) return context.scope.replies.say('chat-not-bound');
    const { platform, mark } = chat;
    await propose(context, { kind: 'end-chat', memberId, insuredCode, bond: chat.bond, platform, mark });
  },
};
