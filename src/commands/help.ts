import type { MemberCommand } from './command.js';

export const help: MemberCommand = {
  name: 'help',
  description: 'command-help',
  aside: true,
  run: ({ replies }) => replies.say('help', ['reset']),
};
