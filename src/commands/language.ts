import type { Locale } from '../words/words.js';
import type { MemberCommand } from './command.js';

/** Each language is offered in its own words, for whoever cannot read the other. */
export const language: MemberCommand = {
  name: 'language',
  description: 'command-language',
  aside: true,
  run: ({ replies }) => replies.say('choose-language', [['locale-fa', 'locale-en']]),
};

/** What the two buttons do. */
export const languageChoices: readonly MemberCommand[] = [choice('fa'), choice('en')];

function choice(locale: Locale): MemberCommand {
  return {
    name: `locale-${locale}`,
    description: null,
    aside: true,
    run: async (house) => {
      await house.speak(locale);
      await house.replies.say('language-chosen', ['reset']);
    },
  };
}
