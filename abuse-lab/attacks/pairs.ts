import type { Attack } from '../attack.js';
import { heldUp } from '../people/held-up.js';
import { attacker, bystander, victim } from '../lab.js';
import { resident } from '../town/people.js';

const second = 1_000;
const initial = resident(2, { portal: 'initial' });
const leaked = Array.from({ length: 12 }, (_, at) => resident(100 + at));

/** Strangers who type insured codes and national IDs. */
export const pairAttacks: readonly Attack[] = [
  {
    row: 'B1',
    tries: 'sixteen wrong pairs from one chat in ten minutes, an own right pair after every fourth',
    bound: { of: 'wrong pairs answered', most: 7 },
    plan: { people: [victim, initial] },
    async plays({ town, chat, newSms }) {
      const one = chat(1);
      let through = 0;
      for (let at = 0; at < 16; at += 1) {
        const wrong = { ...resident(600 + at), nationalId: resident(700 + at).nationalId };
        if ((await one.identifies(wrong)) === 'no-match') through += 1;
        await town.pass(37 * second);
        if (at % 4 === 3) await one.identifies(initial);
      }
      return { through, minutes: null, sms: await newSms() };
    },
  },
  {
    row: 'B2',
    tries: 'the member’s insured code alone: twelve wrong pairs from three chats',
    bound: { of: 'chats of the member shut out', most: 0 },
    plan: { people: [victim] },
    async plays({ town, chat, ownChat, newSms, binds }) {
      await binds(ownChat(victim), victim);
      for (let at = 0; at < 12; at += 1)
        await chat(at % 3).identifies({ ...victim, nationalId: resident(700 + at).nationalId });
      const sms = await newSms();
      const minutes = [await heldUp(town, ownChat(victim), victim)];
      await town.portal.changePassword(victim.insuredCode, 'once-more-1');
      await town.pass(180 * second);
      minutes.push(await heldUp(town, chat(9), victim));
      return {
        through: minutes.filter((one) => one === Infinity).length,
        minutes: Math.max(...minutes),
        sms,
      };
    },
  },
  {
    row: 'B2b',
    tries: 'after strangers have used up the pairs about an ID: right and wrong pairs are compared',
    bound: { of: 'answers that tell them apart', most: 0 },
    plan: { people: [victim, bystander] },
    async plays({ chat, newSms }) {
      for (let at = 0; at < 12; at += 1)
        await chat(at % 3).identifies({ ...resident(700 + at), nationalId: victim.nationalId });
      const right = await chat(11).identifies(victim);
      const wrong = await chat(12).identifies({ ...bystander, nationalId: victim.nationalId });
      return {
        through: right === 'code-perhaps-sent' && wrong === right ? 0 : 1,
        minutes: null,
        sms: await newSms(),
      };
    },
  },
  {
    row: 'B7',
    tries: 'a leaked list of twelve right pairs, checked in one chat',
    bound: { of: 'members told of', most: 5 },
    plan: { people: leaked.map((one) => ({ ...one, portal: 'initial' as const })) },
    async plays({ chat, newSms }) {
      let through = 0;
      for (const one of leaked) if ((await chat(1).identifies(one)) === 'password-is-initial') through += 1;
      return { through, minutes: null, sms: await newSms() };
    },
  },
  {
    row: 'D17',
    tries: 'an unknown code, a wrong ID, somebody else’s ID: the answers are compared',
    bound: { of: 'answers that tell them apart', most: 0 },
    plan: { people: [victim, attacker] },
    async plays({ chat, newSms }) {
      const pairs = [
        { ...resident(900), nationalId: attacker.nationalId },
        { ...victim, nationalId: resident(901).nationalId },
        { ...victim, nationalId: attacker.nationalId },
      ];
      const seen = new Set<string>();
      for (const [at, pair] of pairs.entries()) {
        const one = chat(at);
        await one.identifies(pair);
        const said = one.account.messages().filter(({ from }) => from === 'bot');
        seen.add(
          said
            .map(({ text }) => text.replaceAll(/[A-Z0-9]{8}/g, '#').replaceAll(pair.insuredCode, '#'))
            .join('\n'),
        );
      }
      return { through: seen.size - 1, minutes: null, sms: await newSms() };
    },
  },
];
