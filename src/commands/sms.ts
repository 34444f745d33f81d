import { maskMobile, parseMobile } from '../identity/mobile.js';
import type { Shift, StaffCommand } from './staff-command.js';
import { propose, showUsage } from './staff-say.js';
import { firstWord } from './staff-words.js';

const usage = 'usage-sms-test';

/** The providers are asked outside; what they say comes as an event. Or, `test 09…`: a test message to oneself. */
export const sms: StaffCommand = {
  name: 'sms',
  description: 'staff-command-sms',
  usage: null,
  least: 'operator',
  run: async (shift, argument) => {
    const { house, by, staff } = shift;
    const [word, rest] = firstWord(argument);
    if (word.toLowerCase() === 'test') return test(shift, rest);
    await staff.askSms(by.chatKey, house.random.bytes(8).toString('hex'));
    await house.voice.say('sms-asked');
  },
};

/** The button under it: staff have no number on record, so it says how theirs is given. */
export const smsTest: StaffCommand = {
  ...{ name: 'sms-test', description: null, usage: null, least: 'operator' },
  run: (shift) => showUsage(shift, usage),
};

/** `09…`, or `kavenegar 09…`. The typed number leaves the chat at once. */
async function test(shift: Shift, typed: string): Promise<void> {
  const { house, by, staff } = shift;
  if (house.messageId !== null && typed !== '') await house.voice.erase(house.messageId);
  const [word, rest] = firstWord(typed);
  const provider = staff.smsProviders.find((name) => name === word.toLowerCase());
  const mobile = parseMobile(provider ? rest : typed);
  if (!mobile.ok) return showUsage(shift, usage);
  const sealed = staff.keyring.seal('mobile', mobile.value);
  const number = { mobile: maskMobile(mobile.value), sealed };
  await propose(shift, { kind: 'test-sms', provider: provider ?? 'any', ...number, chatKey: by.chatKey });
}
