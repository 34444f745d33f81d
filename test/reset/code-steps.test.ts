import { expect, it } from 'vitest';
import { Coverage } from '../../entities/coverage.js';
import { Member } from '../../entities/member.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import type { StaffRequests } from '../../src/requests/requests.js';
import { endOfCover } from '../../src/reset/eligibility.js';
import { person } from '../../playground/cast.js';
import { onBothDatabases } from '../support/both-databases.js';
import { minute } from '../support/hand-clock.js';
import { asker, stranger } from '../support/reset-harness.js';
import { challenge } from './in-the-dark.js';
import { first, trail, types } from './typed-codes.js';

const behrouz = asker('behrouz');
const sara = asker('sara');

onBothDatabases('a code that is typed', (harness) => {
  it('is in the trail with its request, its row and its purse where it was wrong', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    await types(harness(), challengeId, false);
    await types(harness(), challengeId, false, stranger(1));
    const about = { memberId: harness().ids.behrouz };
    expect(await trail(harness(), 'code-wrong')).toEqual([
      { ...about, detail: { challenge: challengeId, inRow: 1, purse: 'others' } },
    ]);
    expect(await trail(harness(), 'code-from-elsewhere')).toEqual([
      { ...about, detail: { challenge: challengeId } },
    ]);
  });

  it('counts no guess over all members in a chat of the member’s own', async () => {
    await harness().settleDone(await harness().reserved('behrouz', behrouz));
    const counted = (what: string) =>
      harness().db.inTransaction((tx) => harness().services(tx).limits.count(`codes:${what}`));
    expect([await counted('right'), await counted('wrong')]).toEqual([1, 0]);
    harness().clock.pass(2 * minute);
    const { challengeId } = await harness().sent('behrouz', behrouz);
    await types(harness(), challengeId, false);
    await types(harness(), challengeId, true);
    expect([await counted('right'), await counted('wrong')]).toEqual([1, 0]);
  });

  it('counts no guess in a chat whose own card has shown the number', async () => {
    const card = { number: person('behrouz').phone, source: 'contact' as const };
    const { challengeId } = await harness().sent('behrouz', behrouz, card);
    const counted = () =>
      harness().db.inTransaction((tx) => harness().services(tx).limits.count('codes:wrong'));
    await types(harness(), challengeId, false);
    expect(await counted()).toBe(0);
    const guessed = await harness().sent('iraj', asker('iraj'));
    await types(harness(), guessed.challengeId, false, asker('iraj'));
    await types(harness(), challengeId, true);
    expect(await counted()).toBe(1);
  });

  it('brings nothing where the last recovery of the period was used meanwhile, and says until when', async () => {
    const memberId = harness().ids.behrouz;
    const { challengeId } = await harness().sent('behrouz', behrouz);
    const { coverageId } = await challenge(harness(), challengeId);
    await harness().manager.update(ResetQuota, { coverageId }, { used: 5 });
    const { endsOn } = await harness().manager.findOneByOrFail(Coverage, { id: coverageId });
    expect(await types(harness(), challengeId, true)).toEqual({
      ...{ kind: 'resets-used-up', reference: expect.any(String) as string, until: endOfCover({ endsOn }) },
    });
    expect(await trail(harness(), 'resets-used-up')).toMatchObject([{ memberId }]);
    expect(await harness().jobs('portal-reset')).toEqual([]);
  });

  it('nor where the period is there no more', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    const { coverageId } = await challenge(harness(), challengeId);
    await harness().manager.update(ResetQuota, { coverageId }, { used: 5 });
    await harness().manager.delete(Coverage, { id: coverageId });
    const until = harness().clock.now().getTime();
    expect(await types(harness(), challengeId, true)).toMatchObject({ kind: 'resets-used-up', until });
  });

  it('is of a request that is over where the member is gone', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    await harness().manager.delete(Member, { id: harness().ids.behrouz });
    expect(await types(harness(), challengeId, true)).toEqual({ kind: 'challenge-over' });
    expect(await trail(harness(), 'challenge-over')).toHaveLength(1);
    expect(await harness().reset((heart) => heart.findOpenChallenge(behrouz))).toBeNull();
  });

  it('ends its request as abandoned where the number is another by now', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    await harness().moved('behrouz', '09120000099');
    await types(harness(), challengeId, true);
    expect((await challenge(harness(), challengeId)).state).toBe('abandoned');
  });

  it('registers a first number once, masked in the trail, and takes back what staff were asked for it', async () => {
    const { challengeId } = await harness().sent('sara', sara, first);
    const found = await harness().reset((heart) => heart.findOpenChallenge(sara));
    expect(found).toMatchObject({ kind: 'code-sent', known: false, again: true });
    const memberId = harness().ids.sara;
    const asked = <T>(work: (requests: StaffRequests) => Promise<T>): Promise<T> =>
      harness().db.inTransaction((tx) => work(harness().services(tx).requests));
    await asked((requests) => requests.put({ kind: 'first-mobile', memberId, chatKey: sara.chatKey }));
    await types(harness(), challengeId, true, sara);
    expect(await asked((requests) => requests.isOpen(memberId, 'first-mobile'))).toBe(false);
    const [line, ...more] = await trail(harness(), 'mobile-registered');
    expect([line?.memberId, more]).toEqual([memberId, []]);
    expect(line?.detail).toEqual({ mobile: expect.stringContaining('•') as string, source: 'typed' });
  });
});

onBothDatabases(
  'while somebody is guessing codes',
  (harness) => {
    const guesses = async () => {
      const { challengeId } = await harness().sent('iraj', stranger(1));
      for (let typed = 0; typed < 2; typed += 1) await types(harness(), challengeId, false, stranger(1));
    };

    it('a code without a card ends its request as expired, in the trail of its member', async () => {
      const { challengeId } = await harness().sent('behrouz', behrouz);
      await guesses();
      expect(await types(harness(), challengeId, true)).toMatchObject({ kind: 'codes-need-card' });
      expect((await challenge(harness(), challengeId)).state).toBe('expired');
      expect(await trail(harness(), 'codes-need-card')).toMatchObject([{ memberId: harness().ids.behrouz }]);
    });

    it('a chat of the member’s own types its code without one', async () => {
      await harness().settleDone(await harness().reserved('behrouz', behrouz));
      harness().clock.pass(2 * minute);
      const { challengeId } = await harness().sent('behrouz', behrouz);
      await guesses();
      expect((await types(harness(), challengeId, true)).kind).toBe('code-right');
    });

    it('a first number may come by a card, where none is on record', async () => {
      await guesses();
      const card = { ...first, source: 'contact' as const };
      expect((await harness().sent('sara', sara, card)).kind).toBe('code-sent');
    });
  },
  { takeoversPerDay: 2e-5 },
);

onBothDatabases(
  'wrong codes of two members on one day',
  (harness) => {
    it('are told to each of them, and a lock is in the trail with its purse', async () => {
      for (const role of ['behrouz', 'iraj'] as const) {
        const { challengeId } = await harness().sent(role, asker(role));
        for (let typed = 0; typed < 3; typed += 1) await types(harness(), challengeId, false, asker(role));
      }
      const notices = await harness().jobs<{ notice: string }>('sms-notice');
      expect(notices.map(({ notice }) => notice)).toEqual(['wrong-codes', 'wrong-codes']);
      expect((await trail(harness(), 'locked-for-wrong-codes')).map(({ detail }) => detail)).toEqual([
        { purse: 'others' },
        { purse: 'others' },
      ]);
    });
  },
  { wrongCodesInRow: 3 },
);
