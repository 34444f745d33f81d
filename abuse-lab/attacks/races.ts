import type { Attack } from '../attack.js';
import { heardOf } from '../../playground/heard.js';
import { victim, type Lab } from '../lab.js';
import { recoveriesOf } from '../people/recoveries.js';
import { anotherThan, codesAt, type Visitor } from '../people/visitor.js';

const minute = 60_000;
const wrong = ['code-wrong-last', 'code-wrong', 'locked-until-staff', 'locked'];

/** Chats on both messengers. */
const crowd = ({ chat }: Lab, count: number): Visitor[] =>
  Array.from({ length: count }, (_, at) => chat(at, at % 2 ? 'bale' : 'telegram'));

/** What all of these chats hear of what they do in the same moment. */
async function hearTogether(lab: Lab, chats: readonly Visitor[], act: (one: Visitor) => void) {
  const marks = chats.map(({ account }) => account.messages().length);
  chats.forEach(act);
  await lab.town.emulator.settled(600);
  return chats.flatMap(({ account }, at) =>
    account
      .messages()
      .slice(marks[at])
      .filter(({ from }) => from === 'bot')
      .map(({ text }) => text),
  );
}

/** Many at once, in whichever process each of them is served. */
export const raceAttacks: readonly Attack[] = [
  {
    row: 'D4',
    tries:
      'ten chats of both messengers begin anew six times, and type three wrong codes each in the same moment',
    bound: { of: 'codes compared', most: 10 },
    plan: { people: [victim] },
    async plays(lab) {
      const { town, newSms } = lab;
      const chats = crowd(lab, 10);
      let through = 0;
      for (let round = 0; round < 6; round += 1) {
        await Promise.all(chats.map((one) => one.identifies(victim)));
        const right = codesAt(town, victim.mobile).at(-1) ?? '';
        const said = await hearTogether(lab, chats, ({ account }) => {
          for (const by of [1, 2, 3]) account.say(anotherThan(right, by));
        });
        through += said.filter((text) => heardOf(text, wrong) !== null).length;
        await town.pass(3 * minute);
      }
      return { through, minutes: null, sms: await newSms() };
    },
  },
  {
    row: 'D5',
    tries:
      'the right code sixteen times in the same moment, in its chat and in five others that have the pair',
    bound: { of: 'recoveries', most: 1 },
    plan: { people: [victim] },
    async plays(lab) {
      const { town, ownChat, newSms } = lab;
      const own = ownChat(victim);
      const others = crowd(lab, 5);
      await own.identifies(victim);
      await own.readsCode(victim.mobile, 0);
      await Promise.all(others.map((one) => one.identifies(victim)));
      const codes = codesAt(town, victim.mobile);
      const said = await hearTogether(lab, [own, ...others], ({ account }) => {
        for (let at = 0; at < 16; at += 1) account.say(codes[at % codes.length] ?? '');
      });
      const done = said.filter((text) => heardOf(text, ['reset-done']) !== null).length;
      const recoveries = await recoveriesOf(town);
      // Whoever has the code gets in, once, and is told so once.
      return { through: done === 1 ? recoveries : NaN, minutes: null, sms: await newSms() };
    },
  },
];
