import type { MiddlewareFn } from 'grammy';
import { parseInput, type Input } from '../chat/input.js';
import { minute } from '../durations.js';
import type { MemberCommand } from '../commands/command.js';
import { memberCommands } from '../commands/member-commands.js';
import { support } from '../commands/support.js';
import type { UpdateScope, BotContext } from '../chat/context.js';
import type { Messages } from '../chat/reply.js';

const byName = new Map(memberCommands.map((command) => [command.name, command]));

/** What a dialogue lets happen in its middle. */
export const interruptions: ReadonlyMap<string, (house: UpdateScope) => Promise<void>> = new Map(
  memberCommands.filter(({ aside }) => aside).map(({ name, run }) => [name, (house) => run(house, '')]),
);

/** Words that stand for a command. */
export interface SpokenCommands {
  isCancel: (text: string) => boolean;
  asksForPerson: (text: string) => boolean;
}

/** Commands, and the buttons and words that stand for them. */
export const makeCommands =
  ({ isCancel, asksForPerson }: SpokenCommands): MiddlewareFn<BotContext> =>
  async ({ scope, update }, next) => {
    const input = parseInput(update);
    if (input.kind === 'text' && asksForPerson(input.text)) return support.run(scope, '');
    const command = commandIn(input, isCancel);
    return command ? command.run(scope, input.kind === 'command' ? input.argument : '') : next();
  };

/** `begin-again` is a button of a dialogue that has just given way to its successor, or of one long gone. */
function commandIn(input: Input, isCancel: (text: string) => boolean): MemberCommand | undefined {
  if (input.kind === 'command') return byName.get(input.name);
  if (input.kind === 'text' && isCancel(input.text)) return byName.get('cancel');
  if (input.kind !== 'press') return undefined;
  return byName.get(input.action === 'begin-again' ? 'reset' : input.action);
}

/**
 * Everything that nobody else has understood, answered once a minute of each kind, so that noise in one chat is not made
 * into more noise. A number is the answer to a question that is open no longer.
 */
export const unknown: MiddlewareFn<BotContext> = async ({ scope, update }) => {
  const { services, replies, asker } = scope;
  const input = parseInput(update);
  if (input.kind === 'edited') return;
  const [what, says]: [string, Messages] = holdsNumber(input)
    ? ['nothing-is-asked', 'nothing-is-asked']
    : [input.kind, notUnderstood(input)];
  if (input.messageId !== null && holdsNumber(input)) await replies.delete(input.messageId);
  const recovery = holdsNumber(input) ? await services.reset.lately(asker) : null;
  if (recovery) return replies.say(recovery, recovery.kind === 'done-already' ? ['sign-in'] : []);
  if (await services.firstIn(asker.chatKey, what, minute)) await replies.say(says, ['reset']);
};

/** As many digits as the shortest of what a dialogue asks for. */
const fewDigits = 4;

const holdsNumber = (input: Input): boolean =>
  input.kind === 'contact' ||
  (input.kind === 'text' && input.text.replace(/\P{Nd}/gu, '').length >= fewDigits);

function notUnderstood({ kind }: Input): Messages {
  if (kind === 'press') return { lines: ['old-button', 'begin-again-any-time'] };
  return kind === 'command' ? 'unknown-command' : 'not-understood';
}
