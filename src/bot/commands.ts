import type { MiddlewareFn } from 'grammy';
import { parseInput, type Input } from '../chat/input.js';
import { minute } from '../durations.js';
import type { MemberCommand } from '../commands/command.js';
import { memberCommands } from '../commands/member-commands.js';
import { support } from '../commands/support.js';
import type { UpdateScope, BotContext } from '../chat/context.js';

const byName = new Map(memberCommands.map((command) => [command.name, command]));

/** What a dialogue lets happen in its middle. */
export const interruptions: ReadonlyMap<string, (house: UpdateScope) => Promise<void>> = new Map(
  memberCommands.filter(({ aside }) => aside).map(({ name, run }) => [name, (house) => run(house, '')]),
);

/** Commands, and the buttons that stand for them. */
export const commands =
  (asksForPerson: (text: string) => boolean): MiddlewareFn<BotContext> =>
  async ({ scope, update }, next) => {
    const input = parseInput(update);
    const [, argument = ''] = update.message?.text?.split(/\s+/) ?? [];
    if (input.kind === 'text' && asksForPerson(input.text)) return support.run(scope, '');
    const command = commandIn(input);
    return command ? command.run(scope, argument) : next();
  };

/** `begin-again` is a button of a dialogue that has just given way to its successor, or of one long gone. */
function commandIn(input: Input): MemberCommand | undefined {
  if (input.kind === 'command') return byName.get(input.name);
  if (input.kind !== 'press') return undefined;
  return byName.get(input.action === 'begin-again' ? 'reset' : input.action);
}

/**
 * Everything that nobody else has understood, answered once a minute of each kind, so that noise in one chat is not made
 * into more noise. A number may be the answer to a question that is open no longer.
 */
export const unknown: MiddlewareFn<BotContext> = async ({ scope, update }) => {
  const input = parseInput(update);
  if (input.kind === 'edited') return;
  if (input.messageId !== null && holdsNumber(input)) await scope.replies.delete(input.messageId);
  const what = notUnderstood[input.kind] ?? 'not-understood';
  if (await scope.services.firstIn(scope.asker.chatKey, what, minute))
    await scope.replies.say(what, ['reset']);
};

/** As many digits as the shortest of what a dialogue asks for. */
const fewDigits = 4;

const holdsNumber = (input: Input): boolean =>
  input.kind === 'contact' ||
  (input.kind === 'text' && input.text.replace(/\P{Nd}/gu, '').length >= fewDigits);

const notUnderstood: Partial<Record<Input['kind'], string>> = {
  press: 'old-button',
  command: 'unknown-command',
};
