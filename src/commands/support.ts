import type { MemberCommand } from './command.js';

/** Whom to call: for whoever asks for a person, in whatever words. */
export const support: MemberCommand = {
  name: 'support',
  description: 'command-support',
  aside: true,
  run: ({ replies }) => replies.say('support-contact'),
};
