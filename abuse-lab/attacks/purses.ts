import type { Attack } from '../attack.js';
import { attacker, bystander, victim, type Lab } from '../lab.js';
import { heldUp } from '../people/held-up.js';
import { codesAt } from '../people/visitor.js';
import { resident } from '../town/people.js';

const second = 1_000;
const minute = 60_000;
const many = Array.from({ length: 14 }, (_, at) => resident(200 + at));

/** Strangers who use up what is there for others: text messages, a number, the budget. */
export const purseAttacks: readonly Attack[] = [
  {
    row: 'B3',
    tries: 'the pair: five times begin, pair, cancel within sixteen seconds',
    bound: { of: 'SMS to the member', most: 1 },
    plan: { people: [victim] },
    async plays({ town, chat, ownChat, binds, newSms }) {
      await binds(ownChat(victim), victim);
      for (let at = 0; at < 5; at += 1) {
        await chat(1).identifies(victim);
        await chat(1).cancels();
        await town.pass(3 * second);
      }
      const sms = await newSms();
      return { through: sms, minutes: await heldUp(town, ownChat(victim), victim), sms };
    },
  },
  {
    row: 'B3b',
    tries: 'the pair: begun again in twelve chats of both messengers, hours long',
    bound: { of: 'SMS to the member', most: 5 },
    plan: { people: [victim] },
    async plays({ town, chat, ownChat, binds, newSms }) {
      await binds(ownChat(victim), victim);
      for (let at = 0; at < 12; at += 1) {
        await chat(at, at % 2 ? 'bale' : 'telegram').identifies(victim);
        await town.pass(11 * minute);
      }
      const sms = await newSms();
      return { through: sms, minutes: await heldUp(town, ownChat(victim), victim), sms };
    },
  },
  {
    row: 'B3d',
    tries: 'the pair: begun in five chats of both messengers within a minute',
    bound: { of: 'SMS to the member', most: 1 },
    plan: { people: [victim] },
    async plays({ town, chat, newSms }) {
      for (let at = 0; at < 5; at += 1) {
        await chat(at, at % 2 ? 'bale' : 'telegram').identifies(victim);
        await town.pass(10 * second);
      }
      const sms = await newSms();
      return { through: sms, minutes: await heldUp(town, chat(90), victim), sms };
    },
  },
  {
    row: 'B3c',
    tries: 'all that strangers may use up of a member is used up; then staff unlock',
    bound: { of: 'new chats of the member shut out', most: 0 },
    plan: { people: [victim] },
    async plays({ town, chat, staff, newSms }) {
      for (let at = 0; at < 8; at += 1) {
        await chat(at).identifies(victim);
        await town.pass(11 * minute);
      }
      const sms = await newSms();
      await staff('operator').does(`/unlock ${victim.insuredCode}`);
      const minutes = await heldUp(town, chat(90), victim);
      return { through: minutes === Infinity ? 1 : 0, minutes, sms };
    },
  },
  {
    row: 'B4',
    tries: 'the member’s number, offered as their own by somebody without one, all day',
    bound: { of: 'SMS to the member', most: 3 },
    plan: { people: [victim, resident(2, { onRecord: false })] },
    async plays({ town, chat, newSms }) {
      for (let at = 0; at < 8; at += 1) {
        const one = chat(at);
        if ((await one.identifies(attacker)) === 'mobile-needed')
          await one.says(victim.mobile, ['code-sent', 'too-many-sends', 'send-too-soon', 'code-still-valid']);
        await town.pass(11 * minute);
      }
      const sms = await newSms();
      return { through: sms, minutes: await heldUp(town, chat(90), victim), sms };
    },
  },
  {
    row: 'B8',
    tries: 'forty leaked pairs, three wrong codes for each, each from a chat of its own',
    bound: { of: 'wrong codes compared', most: 20 },
    plan: { people: [...Array.from({ length: 40 }, (_, at) => resident(300 + at)), victim] },
    async plays({ town, chat, ownChat, binds, newSms }) {
      await binds(ownChat(victim), victim);
      let through = 0;
      for (let at = 0; at < 40; at += 1) {
        const one = chat(at);
        if ((await one.identifies(resident(300 + at))) !== 'code-sent') continue;
        for (const code of ['00000', '00001', '00002'])
          if ((await one.types(code)).startsWith('code-wrong')) through += 1;
      }
      const sms = await newSms();
      return { through, minutes: await heldUp(town, ownChat(victim), victim), sms };
    },
  },
  {
    row: 'B8b',
    tries: 'the budget of text messages is spent by newcomers; then a member with a history comes',
    bound: { of: 'SMS to strangers', most: 8 },
    plan: { people: [...many, victim], settings: { SMS_PER_HOUR: '12' } },
    async plays({ town, chat, ownChat, binds, newSms }) {
      await binds(ownChat(victim), victim);
      for (const [at, one] of many.entries()) await chat(at).identifies(one);
      const sms = await newSms();
      return { through: sms, minutes: await heldUp(town, ownChat(victim), victim), sms };
    },
  },
  {
    row: 'D20',
    tries: 'one chat asks for codes for six members whose pairs it has, for an hour',
    bound: { of: 'SMS', most: 6 },
    plan: { people: many },
    async plays({ town, chat, newSms }) {
      for (const one of [...many.slice(0, 5), ...many.slice(0, 5)]) {
        await chat(1).identifies(one);
        await town.pass(5 * minute + second);
      }
      const sms = await newSms();
      return { through: sms, minutes: null, sms };
    },
  },
  {
    row: 'D12',
    tries: 'the pair, and an own number and an own contact card at every step, to have the code sent there',
    bound: { of: 'SMS to the attacker', most: 0 },
    plan: { people: [victim, bystander] },
    async plays(lab) {
      const one = lab.chat(7);
      const number = one.account.person.phone ?? '';
      await one.identifies(victim);
      one.account.say(number);
      one.account.shareContact();
      await quiet(lab);
      return { through: codesAt(lab.town, number).length, minutes: null, sms: await lab.newSms() };
    },
  },
];

const quiet = ({ town }: Lab): Promise<void> => town.emulator.settled(400);
