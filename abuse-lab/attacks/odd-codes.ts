import type { Attack } from '../attack.js';
import { victim, type Lab } from '../lab.js';
import { distort, endOfPoll, type Content } from '../people/distort.js';
import { recoveriesOf } from '../people/recoveries.js';

/** Says the right code in ways that are none; what got through, where the member is left to type it as it is. */
async function playAs(lab: Lab, ways: readonly ((message: Content, code: string) => Content)[]) {
  const { town, chat, newSms } = lab;
  const one = chat(1);
  await one.identifies(victim);
  const code = await one.readsCode(victim.mobile, 0);
  distort(lab, 'odd', (message, at) => ways[at % ways.length]!(message, code));
  await endOfPoll(lab);
  for (let at = 0; at < ways.length; at += 1) one.account.say('odd');
  await town.emulator.settled(500);
  const through = await recoveriesOf(town);
  // What cannot be handled is tried again for some minutes, and holds its own chat up until it is put aside.
  for (let minutes = 0; minutes < 8; minutes += 1) {
    await town.pass(60_000);
    await town.emulator.settled(200);
  }
  const isStuck = through === 0 && (await one.tries(victim)) !== 'reset-done';
  return { through: isStuck ? NaN : through, minutes: null, sms: await newSms() };
}

const other = { id: 8_999_999, is_bot: false, first_name: 'ر' };

/** The right code, as what it is not, or from whom it is not. */
export const oddCodeAttacks: readonly Attack[] = [
  {
    row: 'D14',
    tries: 'the right code as a number, in a list, as a caption, in a quoted message',
    bound: { of: 'recoveries', most: 0 },
    plan: { people: [victim] },
    plays: (lab) =>
      playAs(lab, [
        (message, code) => ({ message: { ...message, text: Number(code) } }),
        (message, code) => ({ message: { ...message, text: [code] } }),
        ({ text: _, ...message }, code) => ({ message: { ...message, caption: code } }),
        ({ text: _, ...message }, code) => ({ message: { ...message, quote: { text: code } } }),
      ]),
  },
  {
    row: 'D16',
    tries: 'the right code in the member’s chat by somebody else: a group, a channel, a bot, another sender',
    bound: { of: 'recoveries', most: 0 },
    plan: { people: [victim] },
    plays: (lab) =>
      playAs(lab, [
        (message, text) => ({ message: { ...message, text, from: other } }),
        (message, text) => ({ message: { ...message, text, from: { ...other, is_bot: true } } }),
        ({ from: _, ...message }, text) => ({ message: { ...message, text } }),
        (message, text) => ({ message: { ...message, text, chat: group(message, 'group') } }),
        (message, text) => ({ message: { ...message, text, chat: group(message, 'supergroup') } }),
        (message, text) => ({ channel_post: { ...message, text, chat: group(message, 'channel') } }),
        (message, text) => ({ message: { ...message, text, sender_chat: group(message, 'channel') } }),
        (message, text) => ({ business_message: { ...message, text, from: other } }),
        (message, text) => ({ edited_message: { ...message, text, from: other } }),
      ]),
  },
];

const group = ({ chat }: Content, type: string): Content => ({ ...(chat as Content), type, title: 'ر' });
