import type { BotCommand } from '../command-menus.js';
import type { Messenger } from '../messenger.js';
import { Parameters } from '../parameters.js';
import { badRequest } from '../refusal.js';
import type { Method } from './method.js';
import { chatOf } from './target.js';

const setMyCommands: Method = (messenger, { parameters }) => {
  const commands = commandsOf(parameters);
  messenger.menus.set(scopeOf(messenger, parameters), languageOf(parameters), commands);
  return true;
};

const getMyCommands: Method = (messenger, { parameters }) =>
  messenger.menus.get(scopeOf(messenger, parameters), languageOf(parameters));

const deleteMyCommands: Method = (messenger, { parameters }) => {
  messenger.menus.delete(scopeOf(messenger, parameters), languageOf(parameters));
  return true;
};

export const menus = { setMyCommands, getMyCommands, deleteMyCommands };

const wide = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'];
const ofChat = ['chat', 'chat_administrators', 'chat_member'];

function scopeOf(messenger: Messenger, parameters: Parameters): string {
  const raw = parameters.json('scope') ?? { type: 'default' };
  const { type, chat_id: chatId } = raw as Partial<Record<string, unknown>>;
  if (typeof type !== 'string')
    throw badRequest('can\'t parse BotCommandScope: field "type" must be of type String');
  if (wide.includes(type)) return type;
  if (!ofChat.includes(type)) throw badRequest("can't parse BotCommandScope: unsupported type specified");
  if (chatId === undefined) throw badRequest('chat_id is empty');
  if (type !== 'chat') throw badRequest('the emulator has menus of private chats only');
  return `chat:${chatOf(messenger, new Parameters({ chat_id: chatId }, new Map())).id}`;
}

/** Two small letters, or none for whoever's language has no menu of its own. */
function languageOf(parameters: Parameters): string {
  const language = parameters.text('language_code');
  if (!/^([a-z]{2})?$/.test(language)) throw badRequest('invalid language code specified');
  return language;
}

const mostCommands = 100;

function commandsOf(parameters: Parameters): BotCommand[] {
  const commands = parameters.json('commands');
  if (!Array.isArray(commands)) throw badRequest("can't parse commands: expected an Array");
  if (commands.length > mostCommands) throw badRequest('too many commands');
  return commands.map(readCommand);
}

function readCommand(raw: unknown): BotCommand {
  const { command, description } = (raw ?? {}) as Partial<Record<string, unknown>>;
  if (typeof command !== 'string' || !/^[a-z0-9_]{1,32}$/.test(command)) {
    throw badRequest('BOT_COMMAND_INVALID');
  }
  if (typeof description !== 'string' || description.trim().length < 1 || description.length > 256) {
    throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  return { command, description };
}
