import type { MemberCommand } from './command.js';

export const privacy: MemberCommand = {
  name: 'privacy',
  description: 'command-privacy',
  aside: true,
  run: ({ voice }) => voice.say('privacy'),
};
