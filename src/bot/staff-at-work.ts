import type { MiddlewareFn } from 'grammy';
import type { Update } from 'grammy/types';
import { whatCame } from '../chat/input.js';
import { answers } from '../commands/answers.js';
import { mayRun, type StaffCommand } from '../commands/staff-command.js';
import { staffCommands } from '../commands/staff-commands.js';
import type { HouseContext } from '../chat/context.js';

const byName = new Map(staffCommands.map((command) => [command.name, command]));
const worksOnce = new Set(answers.map(({ name }) => name));

/**
 * Commands and buttons of staff. Who they are is read from the database each time; to everybody else this is as though it
 * were not there. A dialogue that is open in the chat stays where it was.
 */
export const staffAtWork: MiddlewareFn<HouseContext> = async (ctx, next) => {
  const { house, update } = ctx;
  const order = house.event ? null : orderIn(update);
  const by = order && (await house.desk.staff.people.at(house.asker));
  if (!order || !by) return next();
  const { command, argument } = order;
  if (worksOnce.has(command.name)) await takeButtonsAway(ctx);
  if (isForwarded(update)) await house.voice.say('staff-forwarded');
  else if (!mayRun(by, command)) await house.voice.say('staff-not-allowed');
  else await command.run({ house, by, staff: house.desk.staff }, argument);
};

/** What staff would mean by it: the same for everybody, so that it tells nobody who is of staff. */
function orderIn(update: Update): { command: StaffCommand; argument: string } | null {
  const came = whatCame(update);
  if (came.kind !== 'command' && came.kind !== 'press') return null;
  const command = byName.get(came.kind === 'command' ? came.name : came.action);
  if (!command) return null;
  const [, typed = ''] = /^\S+\s+([^]*)$/.exec(update.message?.text ?? '') ?? [];
  return { command, argument: came.kind === 'press' ? came.token : typed.trim() };
}

const isForwarded = ({ message }: Update): boolean =>
  message !== undefined &&
  ['forward_origin', 'forward_date', 'forward_from', 'forward_from_chat'].some((mark) => mark in message);

/** So that nobody presses it twice; if somebody does, the database refuses it. */
async function takeButtonsAway(ctx: HouseContext): Promise<void> {
  const under = ctx.callbackQuery?.message;
  if (under) await ctx.api.editMessageReplyMarkup(under.chat.id, under.message_id);
}
