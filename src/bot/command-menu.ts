import type { BotCommand } from 'grammy/types';
import { memberCommands } from '../commands/member-commands.js';
import type { Locale, Words } from '../words/words.js';
import type { MenuLine } from './house.js';

/** The lines of the messenger's menu of commands for everybody, as `setMyCommands` takes them. */
export const commandMenu = (words: Words, locale: Locale): BotCommand[] =>
  menuOf(memberCommands, (key) => words.say(locale, key));

/** A menu of these commands, without those that are not shown. */
export const menuOf = (lines: readonly MenuLine[], say: (key: string) => string): BotCommand[] =>
  lines.flatMap(({ name, description }) =>
    description === null ? [] : [{ command: name, description: say(description) }],
  );
