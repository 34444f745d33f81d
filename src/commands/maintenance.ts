import type { StaffCommand } from './staff-command.js';
import { propose, showUsage } from './staff-say.js';
import { firstWord } from './staff-words.js';

const usage = 'usage-maintenance';

/** As much as a member reads on a phone without scrolling. */
const longestText = 300;

export const maintenance: StaffCommand = {
  name: 'maintenance',
  description: 'staff-command-maintenance',
  usage,
  least: 'supervisor',
  run: async (context, argument) => {
    const [word, text] = firstWord(argument);
    const way = word.toLowerCase();
    if (way === 'off') return propose(context, { kind: 'open-house' });
    if (way !== 'on' || text === '') return showUsage(context, usage);
    if (text.length > longestText)
      return context.scope.replies.say({ kind: 'maintenance-too-long', most: longestText });
    await propose(context, { kind: 'close-house', text });
  },
};
