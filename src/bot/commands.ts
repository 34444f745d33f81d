import type { MiddlewareFn } from 'grammy';
import { parseInput, type Input } from '../chat/input.js';
import { minute } from '../durations.js';
import type { MemberCommand } from '../commands/command.js';
import { memberCommands } from '../commands/member-commands.js';
import { start } from '../commands/start.js';
import { support } from '../commands/support.js';
import type { UpdateScope, BotContext } from '../chat/context.js';
import type { Keyboard } from '../chat/keyboards.js';
import type { Messages } from '../chat/reply.js';
import type { Spoken } from '../chat/spoken.js';

const byName = new Map(memberCommands.map((command) => [command.name, command]));

/** What a dialogue lets happen in its middle. */
export const interruptions: ReadonlyMap<string, (house: UpdateScope) => Promise<void>> = new Map(
  memberCommands.filter(({ aside }) => aside).map(({ name, run }) => [name, (house) => run(house, '')]),
);

/** Commands, and the buttons and words that stand for them. */
export const makeCommands =
  ({ isCancel, asksForPerson }: Spoken): MiddlewareFn<BotContext> =>
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

/** Everything that nobody else has understood. */
export const makeUnknown =
  (spoken: Spoken): MiddlewareFn<BotContext> =>
  async ({ scope, update }) => {
    const input = parseInput(update);
    if (input.kind === 'edited') return;
    if (holdsNumber(input)) return number(scope, input);
    if (input.kind === 'text') return smallTalk(scope, input.text, spoken);
    return once(scope, input.kind, () => scope.replies.say(notUnderstood(input), ['reset']));
  };

/** So that noise in one chat is not made into more noise: once a minute of each kind. */
async function once({ services, asker }: UpdateScope, what: string, say: () => Promise<void>): Promise<void> {
  if (await services.firstIn(asker.chatKey, what, minute)) await say();
}

/** A number is the answer to a question that is open no longer. */
async function number(scope: UpdateScope, { messageId }: Input): Promise<void> {
  const { services, replies, asker } = scope;
  if (messageId !== null) await replies.delete(messageId);
  const recovery = await services.reset.lately(asker);
  if (recovery) return replies.say(recovery, recovery.kind === 'done-already' ? ['sign-in'] : []);
  await once(scope, 'nothing-is-asked', () => replies.say('nothing-is-asked', ['reset']));
}

/** Whoever says what they have come for is led there, however soon after a greeting; who has just been, reads what came of it. */
async function smallTalk(scope: UpdateScope, text: string, spoken: Spoken): Promise<void> {
  const { replies, services, asker } = scope;
  if (spoken.thanks(text)) return once(scope, 'thanks', () => replies.say('thanked'));
  const recovery = await services.reset.lately(asker);
  if (recovery) {
    const asks = spoken.hasForgotten(text) ? 'asks-for-password' : 'lately';
    const [says, buttons]: [Messages, Keyboard] =
      recovery.kind === 'under-way' ? [recovery, []] : ['password-was-reset', ['sign-in', 'reset']];
    return once(scope, asks, () => replies.say(says, buttons));
  }
  if (spoken.hasForgotten(text)) return scope.beginReset();
  if (spoken.greets(text)) return once(scope, 'greeting', () => start.run(scope, ''));
  return once(scope, 'text', () => replies.say('not-understood', ['reset']));
}

/** As many digits as the shortest of what a dialogue asks for. */
const fewDigits = 4;

const holdsNumber = (input: Input): boolean =>
  input.kind === 'contact' ||
  (input.kind === 'text' && input.text.replace(/\P{Nd}/gu, '').length >= fewDigits);

function notUnderstood({ kind }: Input): Messages {
  if (kind === 'press') return { lines: ['old-button', 'begin-again-any-time'] };
  return kind === 'command' ? 'unknown-command' : 'not-understood';
}
