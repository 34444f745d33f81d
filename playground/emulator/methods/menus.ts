import type { BotCommand } from '../command-menus.js';
import type { Parameters } from '../parameters.js';
import { badRequest } from '../refusal.js';
import type { Method } from './method.js';

const setMyCommands: Method = ({ menus }, { parameters }) => {
  menus.set(scopeOf(parameters), parameters.text('language_code'), commandsOf(parameters));
  return true;
};

const getMyCommands: Method = ({ menus }, { parameters }) =>
  menus.get(scopeOf(parameters), parameters.text('language_code'));

const deleteMyCommands: Method = ({ menus }, { parameters }) => {
  menus.delete(scopeOf(parameters), parameters.text('language_code'));
  return true;
};

export const menus = { setMyCommands, getMyCommands, deleteMyCommands };

function scopeOf(parameters: Parameters): string {
  const scope = (parameters.json('scope') ?? { type: 'default' }) as { type?: unknown; chat_id?: unknown };
  if (typeof scope.type !== 'string') throw badRequest("can't parse BotCommandScope");
  return scope.type === 'chat' ? `chat:${String(scope.chat_id)}` : scope.type;
}

function commandsOf(parameters: Parameters): BotCommand[] {
  const commands = parameters.json('commands');
  if (!Array.isArray(commands)) throw badRequest("can't parse commands: expected an Array");
  return commands.map(readCommand);
}

function readCommand(raw: unknown): BotCommand {
  const { command, description } = (raw ?? {}) as Partial<Record<string, unknown>>;
  if (typeof command !== 'string' || !/^[a-z0-9_]{1,32}$/.test(command)) {
    throw badRequest('BOT_COMMAND_INVALID');
  }
  if (typeof description !== 'string' || description.length < 1 || description.length > 256) {
    throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  return { command, description };
}
