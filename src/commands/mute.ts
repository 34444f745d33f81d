import { mutedForHours } from '../staff/mutes.js';
import { typedReference } from '../staff/typed-reference.js';
import type { StaffCommand } from './staff-command.js';
import { propose, showUsage } from './staff-say.js';

const usage = 'usage-mute';

/** A chat that misbehaves is answered no more for a day; the same once more, and it is answered again. */
export const mute: StaffCommand = {
  name: 'mute',
  description: 'staff-command-mute',
  usage,
  least: 'supervisor',
  run: async (context, argument) => {
    const reference = typedReference(argument);
    if (reference === null) return showUsage(context, usage);
    const chat = await context.staff.mutes.find(reference);
    if (!chat) return context.scope.replies.say({ kind: 'why-unknown', reference });
    const { platform, mark } = chat;
    const about = { reference, platform, mark };
    if (chat.isMuted) return propose(context, { kind: 'unmute-chat', ...about });
    await propose(context, { kind: 'mute-chat', ...about, hours: mutedForHours });
  },
};
