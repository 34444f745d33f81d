import type { MiddlewareFn } from 'grammy';
import { whatCame, type Came } from '../chat/input.js';
import type { MemberCommand } from '../commands/command.js';
import { memberCommands } from '../commands/member-commands.js';
import type { House, HouseContext } from '../chat/context.js';

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

/** Everything that nobody else has understood. A number may be the answer to a question that is open no longer. */
export const unknown: MiddlewareFn<HouseContext> = async ({ house, update }) => {
  const came = whatCame(update);
  if (came.messageId !== null && holdsNumber(came)) await house.voice.erase(came.messageId);
  await house.voice.say(notUnderstood[came.kind] ?? 'not-understood', ['reset']);
};

/** As many digits as the shortest of what a dialogue asks for. */
const fewDigits = 4;

const holdsNumber = (came: Came): boolean =>
  came.kind === 'contact' || (came.kind === 'text' && came.text.replace(/\P{Nd}/gu, '').length >= fewDigits);

const notUnderstood: Partial<Record<Came['kind'], string>> = {
  press: 'old-button',
  command: 'unknown-command',
};
