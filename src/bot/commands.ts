import type { MiddlewareFn } from 'grammy';
import { commandName, whatCame } from '../../conversations/came.js';
import { memberCommands } from '../commands/member-commands.js';
import type { House, HouseContext } from './house.js';
import { column, resetButton } from './keyboards.js';

const byName = new Map(memberCommands.map((command) => [command.name, command]));

/** What a dialogue lets happen in its middle. */
export const asides: ReadonlyMap<string, (house: House) => Promise<void>> = new Map(
  memberCommands.filter(({ aside }) => aside).map(({ name, run }) => [name, (house) => run(house, '')]),
);

/** Commands, and the buttons that stand for them. */
export const commands: MiddlewareFn<HouseContext> = async (ctx, next) => {
  const came = whatCame(ctx.update);
  if (came.kind === 'press') return pressed(ctx.house, came, next);
  const text = ctx.update.message?.text ?? '';
  const command = byName.get(commandName(text) ?? '');
  return command ? command.run(ctx.house, text.split(/\s+/)[1] ?? '') : next();
};

/** `begin-again` belongs to a dialogue that has just given way to its successor, or to one long gone. */
async function pressed(
  house: House,
  { action, token }: { action: string; token: string },
  next: () => Promise<void>,
) {
  if (action === 'locale' && (token === 'fa' || token === 'en')) {
    await house.speak(token);
    return house.voice.say('language-chosen', column(resetButton));
  }
  const command = byName.get(action === 'begin-again' ? 'reset' : action);
  return command ? command.run(house, '') : next();
}

/** Everything that nobody else has understood. */
export const unknown: MiddlewareFn<HouseContext> = async ({ house, update }) => {
  const came = whatCame(update);
  const key =
    came.kind === 'press' ? 'old-button' : came.kind === 'command' ? 'unknown-command' : 'not-understood';
  await house.voice.say(key, column(resetButton));
};
