import { parseMobile } from '../identity/mobile.js';
import type { StaffContext, StaffCommand } from './staff-command.js';
import { propose, showUsage } from './staff-say.js';
import { firstWord } from './staff-words.js';

const usage = 'usage-sms-test';

/** The providers are asked outside; what they say comes as an event. Or, `test 09…`: a test message to oneself. */
export const sms: StaffCommand = {
  name: 'sms',
  description: 'staff-command-sms',
  usage: null,
  least: 'operator',
  run: async (context, argument) => {
    const { scope, actor, staff } = context;
    const [word, rest] = firstWord(argument);
    if (word.toLowerCase() === 'test') return test(context, rest);
    await staff.sms.ask(actor);
    await scope.replies.say('sms-asked');
  },
};

/** The button under it: staff have no number on record, so it asks for one, and sends there. */
export const smsTest: StaffCommand = {
  name: 'sms-test',
  description: null,
  usage: null,
  least: 'operator',
  run: async ({ scope, actor, staff }) => {
    await staff.prompts.ask(actor, { purpose: 'test-sms', about: '' });
    await scope.replies.say('sms-test-number');
  },
};

/** The number that it asked for: whoever has pressed and typed is not asked a third time. */
export async function sendTest({ scope, actor, staff }: StaffContext, number: string): Promise<void> {
  const wanted = { kind: 'test-sms' as const, provider: 'any', number, chatKey: actor.chatKey };
  const proposed = await staff.actions.propose(actor, wanted);
  if (proposed.kind !== 'question') return scope.replies.say(proposed);
  const answered = await staff.actions.answer(actor, proposed.token, true);
  await scope.replies.say(answered.kind === 'did' ? { ...answered.action, kind: 'did-test-sms' } : answered);
}

/** `09…`, or `kavenegar 09…`. The typed number leaves the chat at once. */
async function test(context: StaffContext, typed: string): Promise<void> {
  const { scope, actor, staff } = context;
  if (scope.messageId !== null && typed !== '') await scope.replies.delete(scope.messageId);
  const [word, rest] = firstWord(typed);
  const provider = staff.sms.providers.find((name) => name === word.toLowerCase());
  const mobile = parseMobile(provider ? rest : typed);
  if (!mobile.ok) return showUsage(context, usage);
  const { chatKey } = actor;
  await propose(context, { kind: 'test-sms', provider: provider ?? 'any', number: mobile.value, chatKey });
}
