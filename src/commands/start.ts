import type { Keyboard } from '../chat/keyboards.js';
import type { MemberCommand } from './command.js';

/** The one big button, and what else there is. */
const menu: Keyboard = ['reset', ['help', 'privacy'], 'language'];

/** Greets. The portal's own page links to `?start=reset`, which goes straight to the matter. */
export const start: MemberCommand = {
  name: 'start',
  description: 'command-start',
  aside: false,
  run: (house, argument) => (argument === 'reset' ? house.beginReset() : house.replies.say('greeting', menu)),
};
