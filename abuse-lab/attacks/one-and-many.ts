import type { Attack } from '../attack.js';
import { victim } from '../lab.js';
import { heldUp } from '../people/held-up.js';
import { resident } from '../town/people.js';

const minute = 60_000;
const family = [victim, ...[5, 6].map((number) => resident(number, { mobile: victim.mobile }))];

/** As people write digits, or as somebody who hopes that they are another number. */
const spellings: readonly ((digits: string) => string)[] = [
  (digits) => digits,
  (digits) => shifted(digits, 0x06f0),
  (digits) => shifted(digits, 0x0660),
  (digits) => [...digits].join('\u200c'),
  (digits) => [...digits].join(' '),
  (digits) => `\u2067${digits}\u2069`,
  (digits) => `\u202e${digits}\u202c`,
  (digits) => `\ufeff${digits}\u200b`,
  (digits) => [...digits].join('-'),
  (digits) => [...digits].join('\u00ad'),
  (digits) => shifted(digits, 0xff10),
  (digits) => `${shifted(digits.slice(0, 3), 0x06f0)}${digits.slice(3)}`,
  (digits) => [...digits].join('\u2060'),
  (digits) => `${digits}\u200f`,
];

const shifted = (digits: string, zero: number): string =>
  digits.replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

/** One number of many people, and many ways to write one. */
export const oneAndManyAttacks: readonly Attack[] = [
  {
    row: 'D21',
    tries: 'three pairs of a family with one number, from ever new chats of both messengers, hours long',
    bound: { of: 'SMS to that number', most: 5 },
    plan: { people: family },
    async plays({ town, chat, ownChat, binds, newSms }) {
      await binds(ownChat(victim), victim);
      for (let at = 0; at < 15; at += 1) {
        await chat(at, at % 2 ? 'bale' : 'telegram').identifies(family[at % 3]!);
        await town.pass(5 * minute);
      }
      const sms = await newSms();
      return { through: sms, minutes: await heldUp(town, ownChat(victim), victim), sms };
    },
  },
  {
    row: 'D29',
    tries:
      'one insured code in fourteen spellings with wrong IDs, each from a chat of its own, to be counted anew',
    bound: { of: 'wrong pairs answered', most: 10 },
    plan: { people: [victim] },
    async plays({ chat, ownChat, newSms, town }) {
      let through = 0;
      for (const [at, spelt] of spellings.entries()) {
        const nationalId = spelt(resident(700 + at).nationalId);
        const heard = await chat(at).identifies({ insuredCode: spelt(victim.insuredCode), nationalId });
        if (heard === 'no-match') through += 1;
      }
      const sms = await newSms();
      return { through, minutes: await heldUp(town, ownChat(victim), victim), sms };
    },
  },
];
