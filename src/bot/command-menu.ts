import type { BotCommand } from 'grammy/types';
import { chatAddress } from '../chats/address.js';
import { memberCommands } from '../commands/member-commands.js';
import { staffMenu } from '../commands/staff-menu.js';
import type { StaffRole } from '../people/role.js';
import type { Locale, Words } from '../words/words.js';
import type { MenuLine } from '../chat/context.js';

/** The lines of the messenger's menu of commands for everybody, as `setMyCommands` takes them. */
export const commandMenu = (words: Words, locale: Locale): BotCommand[] =>
  menuOf(memberCommands, (key) => words.say(locale, key));

/** The menu of somebody of staff, for their own chat alone: it goes before the menu of everybody, whatever their language. */
export const staffMenuIn = (chatKey: string, role: StaffRole | 'none', say: (key: string) => string) => ({
  commands: role === 'none' ? [] : menuOf(staffMenu(role), say),
  scope: { type: 'chat' as const, chat_id: Number(chatAddress(chatKey).chat) },
});

/** A menu of these commands, without those that are not shown. */
const menuOf = (lines: readonly MenuLine[], say: (key: string) => string): BotCommand[] =>
  lines.flatMap(({ name, description }) =>
    description === null ? [] : [{ command: name, description: say(description) }],
  );
