import { expect, it } from 'vitest';
import { Challenge } from '../../entities/challenge.js';
import { Member } from '../../entities/member.js';
import { onBothDatabases } from '../support/both-databases.js';
import { day, hour, minute, second } from '../support/hand-clock.js';
import { another, asker, type ResetHarness } from '../support/reset-harness.js';

const behrouz = asker('behrouz');
const year = 365 * day;

/** Ten in a row, over as many challenges as that takes. */
async function lock(harness: ResetHarness): Promise<void> {
  for (let typed = 0; typed < 10;) {
    const { challengeId } = await harness.sent('behrouz', behrouz);
    for (let here = 0; here < 3 && typed < 10; here += 1, typed += 1)
      await harness.confirm(challengeId, another(harness.code(challengeId)), behrouz);
  }
}

onBothDatabases(
  'a clock that was wrong',
  (harness) => {
    const now = () => harness().clock.now().getTime();
    const refused = () => harness().identifies('behrouz', behrouz);
    const state = async (id: string) => (await harness().manager.findOneByOrFail(Challenge, { id })).state;
    const right = (id: string) => harness().confirm(id, harness().code(id), behrouz);

    it('makes no code last longer: set back by hours, it ends the codes that were sent before', async () => {
      const { challengeId } = await harness().sent('behrouz', behrouz);
      harness().clock.pass(-6 * hour);
      expect(await harness().reset((heart) => heart.findOpenChallenge(behrouz))).toBeNull();
      expect(await harness().reset((heart) => heart.resend(challengeId, behrouz))).toEqual({
        kind: 'code-expired',
      });
      harness().clock.pass(5 * hour);
      expect(await right(challengeId)).toEqual({ kind: 'code-expired' });
      expect(await harness().jobs('portal-reset')).toEqual([]);
    });

    it('does not bring a code back to life when its hour comes for the second time', async () => {
      const { challengeId } = await harness().sent('behrouz', behrouz);
      harness().clock.pass(-6 * hour);
      expect(await harness().settle((results) => results.expireChallenges())).toBe(1);
      harness().clock.pass(6 * hour + minute);
      expect(await right(challengeId)).toEqual({ kind: 'code-expired' });
    });

    it('is forgiven some seconds, by which the clocks of two replicas may differ', async () => {
      const { challengeId } = await harness().sent('behrouz', behrouz);
      harness().clock.pass(-30 * second);
      expect(await harness().settle((results) => results.expireChallenges())).toBe(0);
      expect(await state(challengeId)).toBe('open');
      expect(await right(challengeId)).toEqual({ kind: 'code-right' });
    });

    it('a year ahead for a moment locks the way back for a day from then on, and for no year', async () => {
      harness().clock.pass(year);
      // Cover is for the days of this year only: the lock is written as ten wrong codes would have written it.
      const lockedUntil = new Date(now() + day);
      await harness().manager.update(Member, { id: harness().ids.behrouz }, { lockedUntil, locks: 1 });
      harness().clock.pass(-year);
      const until = now() + day;
      expect(await refused()).toMatchObject({ kind: 'locked', until });
      harness().clock.pass(day - 1);
      expect(await refused()).toMatchObject({ kind: 'locked', until });
      harness().clock.pass(1);
      expect(await refused()).toMatchObject({ kind: 'asking-portal' });
    });

    it('set back by hours lets a lock last no longer than a whole one', async () => {
      await lock(harness());
      harness().clock.pass(-6 * hour);
      expect(await refused()).toMatchObject({ kind: 'locked', until: now() + day });
    });

    it('a year ahead for a moment makes a chat wait for its wrong pairs as long as ever, and for no year', async () => {
      const wrongPair = { insuredCode: '319999', nationalId: '0012345679' };
      harness().clock.pass(year);
      for (let typed = 0; typed < 5; typed += 1)
        expect(await harness().identifies(wrongPair, behrouz)).toMatchObject({ kind: 'no-match' });
      expect(await harness().identifies(wrongPair, behrouz)).toMatchObject({ kind: 'too-many-pairs' });
      harness().clock.pass(-year);
      const until = now() + minute;
      expect(await refused()).toMatchObject({ kind: 'too-many-pairs', until });
      harness().clock.pass(minute);
      expect(await refused()).toMatchObject({ kind: 'asking-portal' });
    });
  },
  { sendPausesMs: [0, 0], sendsPerMemberAndDay: 50, sendsPerMobileAndDay: 50, sendsPerChatAndHour: 50 },
);

onBothDatabases('a clock that was set back', (harness) => {
  it('costs a member one pause and a new request: the next code is sent, and is right', async () => {
    const old = await harness().sent('behrouz', behrouz);
    harness().clock.pass(-6 * hour);
    const ticket = await harness().ticket('behrouz', behrouz);
    const open = () => harness().reset((heart) => heart.open(ticket, 'changed', behrouz));
    const until = harness().clock.now().getTime() + 2 * minute;
    expect(await open()).toMatchObject({ kind: 'send-too-soon', until });
    harness().clock.pass(2 * minute);
    const { challengeId } = await harness().sent('behrouz', behrouz);
    expect(challengeId).not.toBe(old.challengeId);
    const right = await harness().confirm(challengeId, harness().code(challengeId), behrouz);
    expect(right).toEqual({ kind: 'code-right' });
  });

  it('lets a changed number rest a day at most, although the clock was a year ahead when it was changed', async () => {
    const codesFrom = new Date(harness().clock.now().getTime() + 365 * day);
    await harness().manager.update(Member, { id: harness().ids.behrouz }, { codesFrom });
    const open = async () => {
      const ticket = await harness().ticket('behrouz', behrouz);
      return harness().reset((heart) => heart.open(ticket, 'changed', behrouz));
    };
    const until = harness().clock.now().getTime() + day;
    expect(await open()).toMatchObject({ kind: 'number-cooling', until });
    harness().clock.pass(day - 1);
    expect(await open()).toMatchObject({ kind: 'number-cooling', until });
    harness().clock.pass(1);
    expect(await open()).toMatchObject({ kind: 'code-sent' });
  });

  it('set back lets a number that was changed before rest a whole day at most', async () => {
    const changed = new Date(harness().clock.now().getTime() + day);
    await harness().manager.update(Member, { id: harness().ids.behrouz }, { codesFrom: changed });
    harness().clock.pass(-6 * hour);
    const open = async () => {
      const ticket = await harness().ticket('behrouz', behrouz);
      return harness().reset((heart) => heart.open(ticket, 'changed', behrouz));
    };
    const until = harness().clock.now().getTime() + day;
    expect(await open()).toMatchObject({ kind: 'number-cooling', until });
    harness().clock.pass(day);
    expect(await open()).toMatchObject({ kind: 'code-sent' });
  });
});
