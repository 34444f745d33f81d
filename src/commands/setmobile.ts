import { maskMobile, parseMobile } from '../identity/mobile.js';
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
  run: async (shift, argument) => {
    const { house, staff } = shift;
    const [code, rest] = firstWord(argument);
    if (house.messageId !== null && rest !== '') await house.voice.erase(house.messageId);
    const mobile = parseMobile(rest);
    if (!mobile.ok) return showUsage(shift, usage);
    const member = await oneMember(shift, code, usage);
    if (!member) return;
    const { id: memberId, insuredCode } = member;
    const sealed = staff.keyring.seal('mobile', mobile.value);
    const number = { mobile: maskMobile(mobile.value), sealed };
    await propose(shift, { kind: 'first-mobile', memberId, insuredCode, ...number });
  },
};
