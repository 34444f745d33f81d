import { memberCommands } from '../commands/member-commands.js';
import type { Locale, Words } from '../words/words.js';

/** The lines of the messenger's menu of commands, as `setMyCommands` takes them. */
export const commandMenu = (words: Words, locale: Locale): { command: string; description: string }[] =>
  memberCommands.flatMap(({ name, description }) =>
    description === null ? [] : [{ command: name, description: words.say(locale, description) }],
  );
