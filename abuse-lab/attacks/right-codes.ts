import type { Attack } from '../attack.js';
import { attacker, bystander, victim } from '../lab.js';
import { codesAt } from '../people/visitor.js';
import { recoveriesOf } from '../people/recoveries.js';
import { resident } from '../town/people.js';

const second = 1_000;
const minute = 60_000;

/** Right codes, too often, too late, at once, or in somebody else’s request. */
export const rightCodeAttacks: readonly Attack[] = [
  {
    row: 'D6',
    tries: 'the right code once more, in the same chat and in another, and eight times at once',
    bound: { of: 'recoveries', most: 1 },
    plan: { people: [victim] },
    async plays({ town, chat, newSms }) {
      const one = chat(1);
      await one.identifies(victim);
      const code = await one.readsCode(victim.mobile, 0);
      for (let at = 0; at < 8; at += 1) one.account.say(code);
      await town.emulator.settled(500);
      one.account.say(code);
      chat(2).account.say(code);
      await town.emulator.settled(300);
      return { through: await recoveriesOf(town), minutes: null, sms: await newSms() };
    },
  },
  {
    row: 'D10',
    tries: 'two chats with right codes in the same moment, one recovery left',
    bound: { of: 'recoveries', most: 1 },
    plan: { people: [resident(1, { used: 4 })] },
    async plays({ town, chat, ownChat, newSms }) {
      const chats = [ownChat(victim), chat(1, 'bale')];
      for (const one of chats) {
        await one.identifies(victim);
        await town.pass(2 * minute);
      }
      const codes = codesAt(town, victim.mobile);
      for (const [at, one] of chats.entries()) one.account.say(codes[at] ?? codes.at(-1) ?? '');
      await town.emulator.settled(600);
      return { through: await recoveriesOf(town), minutes: null, sms: await newSms() };
    },
  },
  {
    row: 'D13',
    tries:
      'the code of one’s own request typed into the request about somebody else, and the other way round',
    bound: { of: 'recoveries', most: 0 },
    plan: { people: [victim, attacker] },
    async plays({ town, chat, ownChat, newSms }) {
      const theirs = ownChat(attacker);
      await theirs.identifies(attacker);
      const own = await theirs.readsCode(attacker.mobile, 0);
      await chat(1).identifies(victim);
      const other = await chat(1).readsCode(victim.mobile, 0);
      await chat(1).types(own);
      await theirs.types(other);
      return { through: await recoveriesOf(town), minutes: null, sms: await newSms() };
    },
  },
  {
    row: 'D33',
    tries: 'the right code a second after its life',
    bound: { of: 'recoveries', most: 0 },
    plan: { people: [victim, bystander] },
    async plays({ town, chat, newSms }) {
      const one = chat(1);
      await one.identifies(victim);
      const code = await one.readsCode(victim.mobile, 0);
      await town.pass(5 * minute + second);
      await one.types(code);
      return { through: await recoveriesOf(town), minutes: null, sms: await newSms() };
    },
  },
];
