import type { MemberCommand } from './command.js';

/** Where there is a dialogue, it hears this word itself; here there is none, though a keyboard may be left over. */
export const cancel: MemberCommand = {
  name: 'cancel',
  description: 'command-cancel',
  aside: false,
  run: ({ replies }) => replies.say('nothing-to-cancel', 'removed'),
};
