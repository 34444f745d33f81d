import type { MiddlewareFn } from 'grammy';
import type { Update } from 'grammy/types';
import { parseInput } from '../chat/input.js';
import { answers } from '../commands/answers.js';
import { mayRun, type StaffCommand } from '../commands/staff-command.js';
import { staffCommands } from '../commands/staff-commands.js';
import type { BotContext } from '../chat/context.js';
import { takeButtonsAway } from './take-buttons-away.js';

const byName = new Map(staffCommands.map((command) => [command.name, command]));
const worksOnce = new Set(answers.map(({ name }) => name));

/**
 * Commands and buttons of staff. Who they are is read from the database each time; to everybody else this is as though it
 * were not there. A dialogue that is open in the chat stays where it was.
 */
export const staffAtWork: MiddlewareFn<BotContext> = async (ctx, next) => {
  const { scope, update } = ctx;
  const order = scope.event ? null : orderIn(update);
  const actor = order && (await scope.services.people.at(scope.asker));
  if (!order || !actor) return next();
  const { command, argument } = order;
  if (worksOnce.has(command.name)) await takeButtonsAway(ctx);
  if (isForwarded(update)) await scope.replies.say('staff-forwarded');
  else if (!mayRun(actor, command)) await scope.replies.say('staff-not-allowed');
  else await command.run({ scope, actor, staff: scope.services.staff, command: command.name }, argument);
};

/** What staff would mean by it: the same for everybody, so that it tells nobody who is of staff. */
function orderIn(update: Update): { command: StaffCommand; argument: string } | null {
  const input = parseInput(update);
  if (input.kind !== 'command' && input.kind !== 'press') return null;
  const [name = '', argument] =
    input.kind === 'press' ? [input.action, input.token] : wordsOfCommand(input.name, input.argument);
  const command = byName.get(name);
  return command ? { command, argument } : null;
}

/** `/import_undo_F3H9QR9R` is `/import undo F3H9QR9R`: messengers make one link of it, which can be tapped whole. */
function wordsOfCommand(typed: string, rest: string): [name: string, argument: string] {
  const [name = '', ...joined] = typed.split('_');
  return [name, [...joined, rest].filter((word) => word !== '').join(' ')];
}

const isForwarded = ({ message }: Update): boolean =>
  message !== undefined &&
  ['forward_origin', 'forward_date', 'forward_from', 'forward_from_chat'].some((mark) => mark in message);
