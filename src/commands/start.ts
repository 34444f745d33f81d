import { resetButton, type Keyboard } from '../bot/keyboards.js';
import type { MemberCommand } from './command.js';

const menu: Keyboard = {
  kind: 'buttons',
  rows: [
    [resetButton],
    [
      { label: 'button-help', data: 'help' },
      { label: 'button-privacy', data: 'privacy' },
    ],
    [{ label: 'button-language', data: 'language' }],
  ],
};

/** Greets. The portal's own page links to `?start=reset`, which goes straight to the matter. */
export const start: MemberCommand = {
  name: 'start',
  description: 'command-start',
  aside: false,
  run: (house, argument) => (argument === 'reset' ? house.beginReset() : house.voice.say('greeting', menu)),
};
