import { expect, it } from 'vitest';
import type { Asker } from '../../src/chats/address.js';
import type { BlindOrder, OfferedMobile } from '../../src/reset/ports.js';
import { person } from '../../playground/cast.js';
import { onBothDatabases } from '../support/both-databases.js';
import { day, hour, minute } from '../support/hand-clock.js';
import { another, asker, pairOf, stranger, type ResetHarness } from '../support/reset-harness.js';
import { countGuess } from '../../src/reset/guesses.js';
import { alerted } from './alerted.js';

const card = (number: string): OfferedMobile => ({ number, source: 'contact' });
const own = card(person('behrouz').phone);
const behrouz = asker('behrouz');

const opens = async (harness: ResetHarness, from: Asker, mobile?: OfferedMobile) => {
  const ticket = await harness.ticket('behrouz', from);
  return harness.reset((heart) => heart.open(ticket, 'changed', from, mobile));
};

/** Two wrong codes about Iraj, and the challenge they were typed into. */
async function guessesTwice(harness: ResetHarness, from = stranger(1)): Promise<string> {
  const { challengeId } = await harness.sent('iraj', from);
  for (let typed = 0; typed < 2; typed += 1)
    await harness.confirm(challengeId, another(harness.code(challengeId)), from);
  return challengeId;
}

const alerts = async (harness: ResetHarness): Promise<string[]> =>
  (await harness.manager.query<{ cause: string; state: string }[]>('SELECT cause, state FROM alerts')).map(
    ({ cause, state }) => `${cause} ${state}`,
  );

/** A guess or two are what a day is thought to bear. */
const two = { takeoversPerDay: 2e-5 };

onBothDatabases(
  'while somebody is guessing codes',
  (harness) => {
    it('a chat gets a code only after its own contact card has shown the number on record', async () => {
      await guessesTwice(harness());
      expect((await opens(harness(), behrouz)).kind).toBe('card-needed');
      const typed = { ...own, source: 'typed' as const };
      expect((await opens(harness(), behrouz, typed)).kind).toBe('card-needed');
      expect((await opens(harness(), behrouz, card('09120000099'))).kind).toBe('card-differs');
      const sent = await opens(harness(), behrouz, own);
      if (sent.kind !== 'code-sent') throw new Error(sent.kind);
      const { kind } = await harness().confirm(sent.challengeId, harness().code(sent.challengeId), behrouz);
      expect(kind).toBe('code-right');
    });

    it('no code is taken from a chat that has shown none, be it the right one', async () => {
      const { challengeId } = await harness().sent('behrouz', behrouz);
      const guessed = await guessesTwice(harness());
      for (const [id, from] of [
        [challengeId, behrouz],
        [guessed, stranger(1)],
      ] as const)
        expect((await harness().confirm(id, harness().code(id), from)).kind).toBe('codes-need-card');
      expect(await harness().jobs('portal-reset')).toEqual([]);
    });

    it('and none is sent again', async () => {
      const { challengeId } = await harness().sent('behrouz', behrouz);
      await guessesTwice(harness());
      harness().clock.pass(minute);
      expect((await harness().reset((heart) => heart.resend(challengeId, behrouz))).kind).toBe(
        'codes-need-card',
      );
    });

    it('a chat of the member’s own goes on as usual', async () => {
      await harness().settleDone(await harness().reserved('behrouz', behrouz));
      harness().clock.pass(2 * minute);
      await guessesTwice(harness());
      expect((await opens(harness(), behrouz)).kind).toBe('code-sent');
    });

    it('staff are told, and told when it is over a day later', async () => {
      await guessesTwice(harness());
      expect(await alerts(harness())).toEqual(['many-wrong-codes on']);
      harness().clock.pass(day - 1);
      expect(await harness().settle((results) => results.tellCalm())).toBe(0);
      harness().clock.pass(1);
      expect(await harness().settle((results) => results.tellCalm())).toBe(1);
      expect((await alerts(harness())).sort()).toEqual(['many-wrong-codes over', 'wrong-codes-over on']);
      expect((await opens(harness(), behrouz)).kind).toBe('code-sent');
    });

    it('whoever is not told whether the pair was right shows the card as well, right or wrong', async () => {
      const wrong = { ...pairOf('behrouz'), nationalId: '0010000062' };
      for (let chat = 10; chat < 20; chat += 1) await harness().identifies(wrong, stranger(chat));
      await guessesTwice(harness());
      for (const pair of [wrong, pairOf('behrouz')])
        expect((await harness().identifies(pair, stranger(30))).kind).toBe('card-needed');
      const sends = async (from: Asker, shown: OfferedMobile) => {
        const begun = await harness().reset((heart) => heart.identify(pairOf('behrouz'), from, shown));
        expect(begun.kind).toBe('code-perhaps-sent');
        const [order] = (await harness().jobs<BlindOrder>('blind-code')).slice(-1);
        await harness().settle((results) => results.blindAnswered(order!, 'changed'));
        return (await harness().jobs('sms-code')).length;
      };
      const before = (await harness().jobs('sms-code')).length;
      expect(await sends(stranger(30), card('09120000099'))).toBe(before);
      expect(await sends(behrouz, own)).toBe(before + 1);
    });
  },
  two,
);

onBothDatabases(
  'a wrong code',
  (harness) => {
    it('is explained by the right one after it', async () => {
      for (const role of ['behrouz', 'iraj'] as const) {
        const { challengeId } = await harness().sent(role, asker(role));
        const right = harness().code(challengeId);
        await harness().confirm(challengeId, another(right), asker(role));
        expect((await harness().confirm(challengeId, right, asker(role))).kind).toBe('code-right');
      }
      expect(await alerts(harness())).toEqual([]);
    });
  },
  two,
);

onBothDatabases(
  'more wrong codes in an hour than any morning explains',
  (harness) => {
    it('open the breaker for an hour', async () => {
      await guessesTwice(harness());
      expect((await opens(harness(), behrouz)).kind).toBe('card-needed');
      harness().clock.pass(hour);
      expect((await opens(harness(), behrouz)).kind).toBe('code-sent');
    });

    it('do not where enough right ones were typed', async () => {
      const { challengeId } = await harness().sent('behrouz', behrouz);
      await harness().confirm(challengeId, harness().code(challengeId), behrouz);
      await guessesTwice(harness());
      expect(await alerts(harness())).toEqual([]);
    });
  },
  { fewestWrongCodes: 2 },
);

onBothDatabases(
  'what staff are told of guesses',
  (harness) => {
    const guesses = (times: number) =>
      alerted(harness(), async (deps) => {
        for (let guessed = 0; guessed < times; guessed += 1) await countGuess(deps);
      });
    const until = (ms: number) => harness().clock.now().getTime() + ms;

    it('is those of the day, where these are used up, and they begin anew', async () => {
      expect(await guesses(2)).toEqual([]);
      harness().clock.pass(2 * hour);
      expect(await guesses(2)).toEqual([]);
      harness().clock.pass(2 * hour);
      const facts = { count: 5, until: until(day) };
      expect(await guesses(1)).toEqual([{ cause: 'many-wrong-codes', facts }]);
      harness().clock.pass(day);
      expect(await guesses(2)).toEqual([]);
    });

    it('is those of the hour, where these are too many, and they begin anew', async () => {
      expect(await guesses(1)).toEqual([]);
      harness().clock.pass(2 * hour);
      const facts = { count: 3, until: until(hour) };
      expect(await guesses(3)).toEqual([{ cause: 'many-wrong-codes', facts }]);
      harness().clock.pass(hour);
      expect(await harness().settle((results) => results.tellCalm())).toBe(0);
    });
  },
  { takeoversPerDay: 5e-5, fewestWrongCodes: 3 },
);
