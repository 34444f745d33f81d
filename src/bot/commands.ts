import type { MiddlewareFn } from 'grammy';
import { whatCame, type Came } from '../../conversations/came.js';
import type { MemberCommand } from '../commands/command.js';
import { memberCommands } from '../commands/member-commands.js';
import type { House, HouseContext } from './house.js';

const byName = new Map(memberCommands.map((command) => [command.name, command]));

/** What a dialogue lets happen in its middle. */
export const asides: ReadonlyMap<string, (house: House) => Promise<void>> = new Map(
  memberCommands.filter(({ aside }) => aside).map(({ name, run }) => [name, (house) => run(house, '')]),
);

/** Commands, and the buttons that stand for them. */
export const commands: MiddlewareFn<HouseContext> = async ({ house, update }, next) => {
  const command = commandIn(whatCame(update));
  const [, argument = ''] = update.message?.text?.split(/\s+/) ?? [];
  return command ? command.run(house, argument) : next();
};

/** `begin-again` is a button of a dialogue that has just given way to its successor, or of one long gone. */
function commandIn(came: Came): MemberCommand | undefined {
  if (came.kind === 'command') return byName.get(came.name);
  if (came.kind !== 'press') return undefined;
  return byName.get(came.action === 'begin-again' ? 'reset' : came.action);
}

/** Everything that nobody else has understood. */
export const unknown: MiddlewareFn<HouseContext> = async ({ house, update }) => {
  const { kind } = whatCame(update);
  await house.voice.say(notUnderstood[kind] ?? 'not-understood', ['reset']);
};

const notUnderstood: Partial<Record<Came['kind'], string>> = {
  press: 'old-button',
  command: 'unknown-command',
};
