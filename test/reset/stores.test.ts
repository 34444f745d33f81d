import { beforeEach, describe, expect, it } from 'vitest';
import { Challenge } from '../../entities/challenge.js';
import { Coverage } from '../../entities/coverage.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import { clockToleranceMs, isExpired, isWithinLife, latestBeginning } from '../../src/reset/life.js';
import { makeChallengeStore, type ChallengeStore } from '../../src/reset/challenge-store.js';
import { makeQuotaStore, type QuotaStore } from '../../src/reset/quota-store.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { handClock, minute } from '../support/hand-clock.js';

const now = handClock().now();
const after = (ms: number) => new Date(now.getTime() + ms);
const from = { chatKey: 'telegram:1:1', senderId: '1' };

const challengeOf = (change: Partial<Challenge> & { id: string }): Challenge => ({
  ...{ memberId: 1, openMemberId: null, coverageId: 1, ...from, mobile: 'x', mobileIndex: 'y' },
  ...{ mobileSource: 'insurer', keyId: 'k', state: 'open', blindPair: null, cardShown: 0, wrongCodes: 0 },
  ...{ sends: 1, lastSentAt: now, createdAt: now, expiresAt: after(1), ...change },
});

describe('the life of a challenge', () => {
  const lives = { createdAt: now, expiresAt: after(10) };

  it('begins within a minute from now at the latest, and ends at its moment', () => {
    expect(latestBeginning(now)).toEqual(after(clockToleranceMs));
    expect([isWithinLife(lives, after(9)), isWithinLife(lives, after(10))]).toEqual([true, false]);
    expect(isWithinLife(lives, after(-minute))).toBe(true);
    expect(isWithinLife(lives, after(-minute - 1))).toBe(false);
  });

  it('is over where it was noted, or where it has ended while open, and not where it ended otherwise', () => {
    const over = (state: Challenge['state'], at: Date) =>
      isExpired(challengeOf({ id: '1', state, ...lives }), at);
    expect([over('expired', now), over('open', now), over('open', after(10))]).toEqual([true, false, true]);
    expect(over('spent', after(10))).toBe(false);
  });
});

onCleanDatabases('of what a period of cover allows,', (db) => {
  const asked = <T>(work: (store: QuotaStore) => Promise<T>, allowance = 2): Promise<T> =>
    db().inTransaction((tx) => work(makeQuotaStore(tx, allowance)));
  const read = (coverageId: number, allowance?: number) =>
    asked((store) => store.read(coverageId), allowance);
  const take = (coverageId: number) => asked((store) => store.take(coverageId, 7));
  const whose = { coverageId: 3, memberId: 7 };

  it('nothing is used before the first, and its end is told where there is one', async () => {
    const cover = { id: 3, memberId: 7, startsOn: '2026-01-01', endsOn: '2026-12-31' };
    await db().dataSource.manager.insert(Coverage, cover);
    expect(await read(3)).toEqual({ used: 0, allowance: 2, endsOn: '2026-12-31' });
    expect(await read(4)).toEqual({ used: 0, allowance: 2, endsOn: null });
  });

  it('as many can be taken as were allowed at the first, each period by itself', async () => {
    expect([await take(3), await take(3), await take(3), await take(4)]).toEqual([true, true, false, true]);
    expect(await read(3, 9)).toEqual({ used: 2, allowance: 2, endsOn: null });
    expect(await read(4)).toMatchObject({ used: 1 });
    expect(await db().dataSource.manager.findOneBy(ResetQuota, { coverageId: 3 })).toMatchObject(whose);
  });

  it('one is given back where any was taken', async () => {
    const giveBack = () => asked((store) => store.giveBack(3));
    expect(await giveBack()).toBe(false);
    await take(3);
    await take(4);
    expect([await giveBack(), await giveBack()]).toEqual([true, false]);
    expect([(await read(3)).used, (await read(4)).used]).toEqual([0, 1]);
  });

  it('it is raised once from what was seen, before the first as well, and leaves what is used', async () => {
    const raise = (seen: number, more: number) => asked((store) => store.raise(whose, seen, more));
    expect([await raise(2, 3), await raise(2, 3)]).toEqual([true, false]);
    expect(await read(3)).toEqual({ used: 0, allowance: 5, endsOn: null });
    await take(3);
    await take(4);
    expect(await raise(5, 1)).toBe(true);
    expect([await read(3), await read(4)]).toMatchObject([
      { used: 1, allowance: 6 },
      { used: 1, allowance: 2 },
    ]);
  });
});

onCleanDatabases('of challenges,', (db) => {
  const insert = (...rows: Challenge[]) => db().dataSource.manager.insert(Challenge, rows);
  const asked = <T>(work: (store: ChallengeStore) => Promise<T>): Promise<T> =>
    db().inTransaction((tx) => work(makeChallengeStore(tx)));
  const row = (id: string) => db().dataSource.manager.findOneByOrFail(Challenge, { id });
  const ids = (rows: Challenge[]) => rows.map(({ id }) => id);

  describe('a chat', () => {
    beforeEach(() =>
      insert(
        challengeOf({ id: 'older', createdAt: after(-2), blindPair: 'pair' }),
        challengeOf({ id: 'newer', createdAt: after(-1), blindPair: 'pair' }),
        challengeOf({ id: 'own', openMemberId: 1, createdAt: after(-3) }),
        challengeOf({ id: 'other chat', chatKey: 'telegram:1:2', blindPair: 'pair', openMemberId: 2 }),
        challengeOf({ id: 'other sender', senderId: '2', blindPair: 'pair' }),
        challengeOf({ id: 'other pair', createdAt: after(-4), blindPair: 'another' }),
        challengeOf({ id: 'over', expiresAt: now, blindPair: 'pair' }),
        challengeOf({ id: 'spent', state: 'spent', blindPair: 'pair' }),
        challengeOf({ id: 'of the future', createdAt: after(minute + 1), blindPair: 'pair' }),
      ),
    );

    it('finds what is open and alive there for its sender, newest first', async () => {
      const open = await asked((store) => store.openIn(from, now));
      expect(ids(open)).toEqual(['newer', 'older', 'own', 'other pair']);
    });

    it('finds the newest about a pair of which it is not told', async () => {
      expect(await asked((store) => store.blindIn(from, 'pair', now))).toMatchObject({ id: 'newer' });
      expect(await asked((store) => store.blindIn(from, 'no such pair', now))).toBeNull();
    });

    it('is one of many whose code has gone out', async () => {
      await insert(challengeOf({ id: 'sent and spent', state: 'spent', openMemberId: 3 }));
      expect(ids(await asked((store) => store.allOpen())).sort()).toEqual(['other chat', 'own']);
    });
  });

  it('a try is counted while it is open, alive and has some left, and taken back where it was right', async () => {
    await insert(challengeOf({ id: 'it', openMemberId: 1 }), challengeOf({ id: 'other', openMemberId: 2 }));
    const countTry = (at = now) => asked((store) => store.countTry('it', 2, at));
    expect([await countTry(after(1)), await countTry(after(-minute - 1))]).toEqual([false, false]);
    expect([await countTry(), await countTry(), await countTry()]).toEqual([true, true, false]);
    expect(await asked((store) => store.spend('it'))).toBe(true);
    expect(await row('it')).toMatchObject({ state: 'spent', wrongCodes: 1, openMemberId: null });
    expect(await row('other')).toMatchObject({ state: 'open', wrongCodes: 0, openMemberId: 2 });
    expect(await countTry()).toBe(false);
  });

  it('a send is counted after those that were seen, and can be dated back', async () => {
    await insert(challengeOf({ id: 'it' }), challengeOf({ id: 'other' }));
    const at = after(-5);
    const send = (seen: number, when = at) => asked((store) => store.countSend('it', seen, when));
    expect([await send(2), await send(1, after(1)), await send(1), await send(1)]).toEqual([
      ...[false, false, true, false],
    ]);
    expect(await row('it')).toMatchObject({ sends: 2, lastSentAt: at });
    const back = (sends: number) => asked((store) => store.backdateSend('it', sends, new Date(0)));
    expect([await back(1), await back(2)]).toEqual([false, true]);
    expect(await row('it')).toMatchObject({ lastSentAt: new Date(0) });
    expect(await row('other')).toMatchObject({ sends: 1, lastSentAt: now });
    await asked((store) => store.end('it', 'expired'));
    expect(await back(2)).toBe(false);
  });

  it('a blind one is armed with a number, and is abandoned without being closed to its chat', async () => {
    await insert(challengeOf({ id: 'it', blindPair: 'pair' }), challengeOf({ id: 'own', openMemberId: 2 }));
    const abandon = (id: string) => asked((store) => store.end(id, 'abandoned'));
    expect(await abandon('it')).toBe(false);
    const to = { coverageId: 5, mobile: 'm', mobileIndex: 'i', mobileSource: 'contact' as const };
    expect(await asked((store) => store.arm('it', { openMemberId: 1, ...to }))).toBe(true);
    expect(await row('it')).toMatchObject({ openMemberId: 1, ...to });
    expect(await asked((store) => store.openOf(1))).toMatchObject({ id: 'it' });
    expect([await abandon('it'), await abandon('own')]).toEqual([true, true]);
    expect(await row('it')).toMatchObject({ state: 'open', openMemberId: null });
    expect(await row('own')).toMatchObject({ state: 'abandoned', openMemberId: null });
    const rearm = () => asked((store) => store.arm('own', { openMemberId: 2, ...to }));
    expect([await rearm(), await abandon('own')]).toEqual([false, false]);
  });

  it('one is ended once, with its state and no other', async () => {
    await insert(challengeOf({ id: 'it', openMemberId: 1 }), challengeOf({ id: 'other', openMemberId: 2 }));
    const end = () => asked((store) => store.end('it', 'locked'));
    expect([await end(), await end()]).toEqual([true, false]);
    expect(await row('it')).toMatchObject({ state: 'locked', openMemberId: null });
    expect(await row('other')).toMatchObject({ state: 'open', openMemberId: 2 });
  });

  it('those whose life is over or has yet to begin are ended, and swept once they are', async () => {
    await insert(
      challengeOf({ id: 'over', openMemberId: 1, expiresAt: now }),
      challengeOf({ id: 'alive', openMemberId: 2 }),
      challengeOf({ id: 'forgiven', createdAt: after(minute), expiresAt: after(2 * minute) }),
      challengeOf({ id: 'of the future', createdAt: after(minute + 1), expiresAt: after(2 * minute) }),
      challengeOf({ id: 'spent', state: 'spent', expiresAt: now }),
    );
    expect(await asked((store) => store.expire(now))).toBe(2);
    const states = async () =>
      Object.fromEntries((await db().dataSource.manager.find(Challenge)).map(({ id, state }) => [id, state]));
    expect(await states()).toEqual({
      ...{ over: 'expired', alive: 'open', forgiven: 'open', 'of the future': 'expired', spent: 'spent' },
    });
    expect(await row('over')).toMatchObject({ openMemberId: null });
    expect(await asked((store) => store.purge(now))).toBe(0);
    expect(await asked((store) => store.purge(after(1)))).toBe(2);
    expect(Object.keys(await states()).sort()).toEqual(['alive', 'forgiven', 'of the future']);
  });
});
