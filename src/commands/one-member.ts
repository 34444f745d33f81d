import type { Member } from '../staff/look-up.js';
import type { Shift } from './staff-command.js';
import { showUsage } from './staff-say.js';

/** The member whom the words mean; without exactly one, says so and gives null. */
export async function oneMember(shift: Shift, text: string, usage: string): Promise<Member | null> {
  const { house, staff } = shift;
  if (text === '') {
    await showUsage(shift, usage);
    return null;
  }
  const found = await staff.lookUp.find(text);
  const [member, another] = found.members;
  if (found.private && house.messageId !== null) await house.voice.erase(house.messageId);
  if (!member) await house.voice.say('member-not-found');
  else if (another) {
    const codes = found.members.map(({ insuredCode }) => insuredCode).join(' - ');
    const buttons = found.members.map(({ insuredCode }) => `member:${insuredCode}`);
    await house.voice.say({ kind: 'members-several', count: found.members.length, codes }, buttons);
  }
  return member && !another ? member : null;
}
