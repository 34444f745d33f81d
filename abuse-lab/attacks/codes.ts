import type { Attack } from '../attack.js';
import { heardOf } from '../../playground/heard.js';
import { victim, type Lab } from '../lab.js';
import { heldUp } from '../people/held-up.js';
import { anotherThan, codesAt, type Visitor } from '../people/visitor.js';

const second = 1_000;
const minute = 60_000;

/** Wrong codes of this member that were compared in this chat, until it is told that there is nothing left to type. */
export async function guesses(lab: Lab, chat: Visitor, most = 3): Promise<number> {
  const before = codesAt(lab.town, victim.mobile).length;
  const heard = await chat.identifies(victim);
  if (heard !== 'code-sent' && heard !== 'code-still-valid') return 0;
  const right =
    heard === 'code-sent' ? await chat.readsCode(victim.mobile, before) : chat.lastCode(victim.mobile);
  let compared = 0;
  for (let at = 1; at <= most; at += 1) {
    const verdict = await chat.types(anotherThan(right, at));
    if (verdict.startsWith('code-wrong') || verdict.startsWith('locked')) compared += 1;
    if (verdict !== 'code-wrong') break;
  }
  return compared;
}

/** Strangers who have the pair and type codes that they have not read. */
export const codeAttacks: readonly Attack[] = [
  {
    row: 'B5',
    tries: 'the pair: wrong codes from ever new chats, two days long',
    bound: { of: 'codes compared', most: 20 },
    plan: { people: [victim] },
    async plays(lab) {
      const { town, ownChat, binds, newSms, chat } = lab;
      await binds(ownChat(victim), victim);
      let through = 0;
      for (let at = 0; at < 14; at += 1) {
        through += await guesses(lab, chat(at, at % 2 ? 'bale' : 'telegram'));
        await town.pass(at === 6 ? 25 * 60 * minute : 3 * minute);
      }
      const sms = await newSms();
      return { through, minutes: await heldUp(town, ownChat(victim), victim), sms };
    },
  },
  {
    row: 'B6',
    tries: 'the pair, while the member has a request open in their own chat',
    bound: { of: 'requests of the member ended', most: 0 },
    plan: { people: [victim] },
    async plays({ town, chat, ownChat, binds, newSms }) {
      const own = ownChat(victim);
      await binds(own, victim);
      const before = codesAt(town, victim.mobile).length;
      await own.identifies(victim);
      const code = await own.readsCode(victim.mobile, before);
      await town.pass(2 * minute);
      await chat(1).identifies(victim);
      await chat(2, 'bale').identifies(victim);
      const sms = (await newSms()) - 1;
      const through = (await own.types(code)) === 'reset-done' ? 0 : 1;
      return { through, minutes: through ? Infinity : 0, sms };
    },
  },
  {
    row: 'D1',
    tries: 'twelve wrong codes in the same moment, then the right one',
    bound: { of: 'codes compared', most: 3 },
    plan: { people: [victim] },
    async plays({ town, chat, newSms }) {
      const one = chat(1);
      await one.identifies(victim);
      const code = await one.readsCode(victim.mobile, 0);
      for (let at = 1; at <= 12; at += 1) one.account.say(anotherThan(code, at));
      await town.emulator.settled(400);
      const texts = one.account.messages().map(({ text }) => text);
      const wrong = texts.filter((text) => heardOf(text, ['code-wrong', 'code-wrong-last']) !== null).length;
      const after = await one.types(code);
      return { through: wrong + (after === 'reset-done' ? 97 : 0), minutes: null, sms: await newSms() };
    },
  },
  {
    row: 'D3',
    tries: 'two wrong codes, the same code sent again, then wrong ones',
    bound: { of: 'codes compared', most: 3 },
    plan: { people: [victim] },
    async plays({ town, chat, newSms }) {
      const one = chat(1);
      await one.identifies(victim);
      const code = await one.readsCode(victim.mobile, 0);
      let through = 0;
      const type = async (by: number) => {
        if ((await one.types(anotherThan(code, by))).startsWith('code-wrong')) through += 1;
      };
      await type(1);
      await type(2);
      await town.pass(61 * second);
      await one.asksAgain();
      for (const by of [3, 4, 5]) await type(by);
      return { through, minutes: null, sms: await newSms() };
    },
  },
];
