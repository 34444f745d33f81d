import { expect, it } from 'vitest';
import { Alert } from '../../entities/alert.js';
import { Challenge } from '../../entities/challenge.js';
import { Member } from '../../entities/member.js';
import { person } from '../../playground/cast.js';
import type { Asker } from '../../src/chats/address.js';
import type { BlindOrder } from '../../src/reset/ports.js';
import { onBothDatabases } from '../support/both-databases.js';
import { day, minute } from '../support/hand-clock.js';
import { another, asker, pairOf, stranger, type ResetHarness } from '../support/reset-harness.js';
import { alarmed, begins, behind, behindMiss, challenge, scarce, wary } from './in-the-dark.js';
import { trail } from './trail.js';

const behrouz = asker('behrouz');
const wrong = { ...pairOf('behrouz'), nationalId: '0010000062' };
const by = ({ chatKey }: Asker) => `chat:${chatKey}`;
const reference = expect.any(String) as string;

/** Up to the code that has gone out. */
async function sent(harness: ResetHarness, from = behrouz): Promise<string> {
  const { challengeId } = await begins(harness, from);
  await behind(harness);
  return challengeId;
}
const types = (harness: ResetHarness, challengeId: string, right: boolean, from = behrouz) => {
  const code = harness.code(challengeId);
  return harness.confirm(challengeId, right ? code : another(code), from);
};
const member = (harness: ResetHarness) =>
  harness.manager.findOneByOrFail(Member, { id: harness.ids.behrouz });

onBothDatabases(
  'a code that is typed in the dark',
  (harness) => {
    const id = () => harness().ids.behrouz;

    it('is in the trail where it was wrong, with the member only where a code had gone out', async () => {
      const unsent = (await begins(harness(), stranger(1), wrong)).challengeId;
      await types(harness(), unsent, false, stranger(1));
      const challengeId = await sent(harness());
      await types(harness(), challengeId, false);
      expect(await trail(harness(), 'code-wrong')).toEqual([
        [by(stranger(1)), null, { challenge: unsent, purse: 'others' }, null],
        [by(behrouz), id(), { challenge: challengeId, purse: 'others' }, null],
      ]);
      expect((await member(harness())).wrongCodesInRow).toBe(1);
    });

    it('ends its request with the third wrong one, of which the member hears once a day', async () => {
      const challengeId = await sent(harness());
      for (const left of [2, 1]) {
        expect(await types(harness(), challengeId, false)).toEqual({ kind: 'code-wrong', left });
        expect(await behindMiss(harness())).toEqual({
          ...{ challengeId, reference, last: false, locked: false },
        });
      }
      expect(await harness().jobs('sms-notice')).toEqual([]);
      const last = (await types(harness(), challengeId, false)) as { reference: string };
      expect(last).toEqual({ kind: 'code-wrong-last', reference });
      expect(await behindMiss(harness())).toMatchObject({ reference: last.reference, last: true });
      expect(await harness().jobs('sms-notice')).toMatchObject([
        { notice: 'wrong-codes', subject: challengeId },
      ]);
      expect(await trail(harness(), 'code-wrong-last')).toEqual([
        [by(behrouz), id(), { challenge: challengeId, purse: 'others' }, last.reference],
      ]);
      expect((await challenge(harness(), challengeId)).state).toBe('locked');
      expect(await types(harness(), challengeId, true)).toEqual({ kind: 'challenge-over' });
      expect(await trail(harness(), 'challenge-over')).toEqual([
        [by(behrouz), id(), { challenge: challengeId }, null],
      ]);
    });

    it('where none had gone out is nobody’s guess, and no member hears of it', async () => {
      const { challengeId } = await begins(harness(), behrouz);
      for (let typed = 0; typed < 3; typed += 1) {
        await types(harness(), challengeId, false);
        await behindMiss(harness());
      }
      const counted = await harness().db.inTransaction((tx) =>
        harness().services(tx).limits.count('codes:wrong'),
      );
      expect([counted, await harness().jobs('sms-notice')]).toEqual([0, []]);
      expect((await member(harness())).wrongCodesInRow).toBe(0);
      expect(await harness().reset((heart) => heart.findOpenChallenge(behrouz))).toBeNull();
    });

    it.each([
      ['locks the way back with the tenth in a row', 0, 'locked-for-wrong-codes', 0],
      ['leaves the second lock to staff, who are told', 1, 'closed-for-wrong-codes', 1],
    ] as const)('%s', async (_, locks, reason, told) => {
      const challengeId = await sent(harness());
      await harness().manager.update(Member, { id: id() }, { wrongCodesInRow: 9, locks });
      const until = new Date(harness().clock.now().getTime() + day);
      await types(harness(), challengeId, false);
      expect(await member(harness())).toMatchObject({ locks: locks + 1, lockedUntil: until });
      const { reference: quoted } = await behindMiss(harness());
      expect(await trail(harness(), reason)).toEqual([[by(behrouz), id(), { purse: 'others' }, reference]]);
      expect(quoted).toEqual(reference);
      expect(await harness().manager.countBy(Alert, { cause: 'closed-for-wrong-codes' })).toBe(told);
      expect(await types(harness(), challengeId, true)).toMatchObject({ kind: 'code-wrong' });
    });

    it('is wrong once it had gone to a number that is on record no longer', async () => {
      const challengeId = await sent(harness());
      await harness().moved('behrouz', '09120000099');
      expect(await types(harness(), challengeId, true)).toEqual({ kind: 'code-wrong', left: 2 });
      expect(await harness().jobs('portal-reset')).toEqual([]);
    });

    it('comes too late after five minutes, and its request is over', async () => {
      const challengeId = await sent(harness());
      harness().clock.pass(5 * minute);
      expect(await types(harness(), challengeId, true)).toEqual({ kind: 'code-expired' });
      expect(await trail(harness(), 'code-expired')).toEqual([
        [by(behrouz), id(), { challenge: challengeId }, null],
      ]);
      expect((await challenge(harness(), challengeId)).state).toBe('expired');
    });
  },
  scarce,
);

onBothDatabases(
  'a code that is typed in the dark while codes are guessed',
  (harness) => {
    it('is a guess in a chat that has not shown the card, and in no other', async () => {
      const alerts = () => harness().manager.findBy(Alert, { cause: 'many-wrong-codes' });
      const card = { number: person('behrouz').phone, source: 'contact' } as const;
      const { challengeId } = await begins(harness(), behrouz, undefined, card);
      await behind(harness());
      await types(harness(), challengeId, false);
      await behindMiss(harness());
      expect(await alerts()).toEqual([]);
      harness().clock.pass(day);
      const other = await sent(harness(), stranger(1));
      await types(harness(), other, false, stranger(1));
      await behindMiss(harness());
      expect(await alerts()).toHaveLength(1);
    });

    it('is neither taken nor sent again without the card, while somebody guesses codes', async () => {
      const first = await sent(harness());
      await alarmed(harness());
      expect(await types(harness(), first, true)).toEqual({ kind: 'codes-need-card', reference });
      expect(await harness().manager.countBy(Challenge, { state: 'expired' })).toBe(1);
      expect(await types(harness(), first, true)).toEqual({ kind: 'code-expired' });
      harness().clock.pass(day);
      const second = await sent(harness(), stranger(1));
      await alarmed(harness());
      const again = await harness().reset((heart) => heart.resend(second, stranger(1)));
      expect(again).toEqual({ kind: 'codes-need-card', reference });
    });
  },
  wary,
);

onBothDatabases(
  'asking for the code once more in the dark',
  (harness) => {
    const again = (challengeId: string) => harness().reset((heart) => heart.resend(challengeId, behrouz));

    it('is too early before its minute, and is over after the third', async () => {
      const { challengeId } = await begins(harness(), behrouz);
      const resendAt = harness().clock.now().getTime() + minute;
      harness().clock.pass(minute - 1);
      expect(await again(challengeId)).toEqual({ kind: 'resend-too-early', resendAt });
      harness().clock.pass(1);
      expect((await again(challengeId)).kind).toBe('code-perhaps-sent-again');
      harness().clock.pass(2 * minute);
      expect(await again(challengeId)).toEqual({ kind: 'code-perhaps-sent-again', resendAt: null });
      expect(await again(challengeId)).toEqual({ kind: 'sends-used-up' });
      expect((await challenge(harness(), challengeId)).sends).toBe(3);
    });

    it('leads to nothing in a chat that has used up its hour, which hears the same', async () => {
      const { challengeId } = await begins(harness(), behrouz);
      await begins(harness(), behrouz, wrong);
      harness().clock.pass(minute);
      await again(challengeId);
      await begins(harness(), behrouz, { ...wrong, nationalId: '0010000054' });
      const orders = await harness().jobs<BlindOrder>('blind-code');
      const mine = orders.filter((order) => order.challengeId === challengeId);
      expect(mine.map(({ send, insuredCode }) => [send, insuredCode])).toEqual([
        [1, pairOf('behrouz').insuredCode],
        [2, null],
      ]);
    });
  },
  { ...scarce, sendsPerChatAndHour: 2 },
);
