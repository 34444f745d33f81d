import { column } from '../bot/keyboards.js';
import type { MemberCommand } from './command.js';

/** Each language is offered in its own words, for whoever cannot read the other. */
export const language: MemberCommand = {
  name: 'language',
  description: 'command-language',
  aside: true,
  run: ({ voice }) =>
    voice.say(
      'choose-language',
      column(
        { label: 'button-locale-fa', data: 'locale:fa' },
        { label: 'button-locale-en', data: 'locale:en' },
      ),
    ),
};
