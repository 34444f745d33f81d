import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { BoundChat } from '../../entities/bound-chat.js';
import { Coverage } from '../../entities/coverage.js';
import { Member } from '../../entities/member.js';
import type { PasswordReset } from '../../entities/password-reset.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { makeMembers } from '../../src/members/members.js';
import { systemRandom } from '../../src/random.js';
import { historyOf, makeLedgerStore, type LedgerStore } from '../../src/reset/ledger-store.js';
import { makeQuotaStore } from '../../src/reset/quota-store.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { handClock } from '../support/hand-clock.js';
import { testKeys } from '../support/test-keys.js';
import { after, chatKey, ids, now, resetOf, storedResets } from './stored-resets.js';

onCleanDatabases('of recoveries,', (db) => {
  const { insert, row } = storedResets(db);
  const asked = <T>(work: (store: LedgerStore) => Promise<T>): Promise<T> =>
    db().inTransaction((tx) => work(makeLedgerStore(tx)));
  const reservation = (id: string, change: Partial<PasswordReset> = {}) =>
    resetOf({ id, state: 'reserved', unsettledMemberId: 1, ...change });

  it('a new one is reserved with nothing of what comes later', async () => {
    const { memberId, coverageId, insuredCode } = resetOf({ id: 'it' });
    const whose = { id: 'it', memberId, coverageId, challengeId: 'it', insuredCode, chatKey };
    await asked((store) => store.reserve({ ...whose, reference: 'it', reservedAt: now }));
    expect(await row('it')).toEqual(reservation('it'));
    expect(await asked((store) => store.find('it'))).toEqual(reservation('it'));
  });

  it('a member has a history once one is done, or with a chat that has not ended', async () => {
    const has = () => asked((store) => store.hasHistory(1));
    await insert(reservation('reserved'), resetOf({ id: 'other', memberId: 2 }));
    expect(await has()).toBe(false);
    const chat = { chatKey, boundAt: now, provenBy: null, lastUsedAt: null, endedFor: null };
    await db().dataSource.manager.insert(BoundChat, [
      { ...chat, memberId: 1, endedAt: now },
      { ...chat, memberId: 2, endedAt: null },
    ]);
    expect(await has()).toBe(false);
    await db().dataSource.manager.update(BoundChat, { memberId: 1 }, { endedAt: null });
    expect(await has()).toBe(true);
    await db().dataSource.manager.delete(BoundChat, { memberId: 1 });
    await insert(resetOf({ id: 'done' }));
    expect(await has()).toBe(true);
  });

  it('the latest of a chat is the one begun last since a moment, which is within', async () => {
    await insert(
      resetOf({ id: 'first', reservedAt: after(1) }),
      resetOf({ id: 'last', reservedAt: after(3) }),
      resetOf({ id: 'between', reservedAt: after(2) }),
      resetOf({ id: 'other', chatKey: 'telegram:1:2', reservedAt: after(9) }),
    );
    expect(await asked((store) => store.latestOf(chatKey, after(3)))).toMatchObject({ id: 'last' });
    expect(await asked((store) => store.latestOf(chatKey, now))).toMatchObject({ id: 'last' });
    expect(await asked((store) => store.latestOf(chatKey, after(4)))).toBeNull();
  });

  it('one is closed while it is reserved or unknown, once, and holds the member no more', async () => {
    const whose = { memberId: 2, unsettledMemberId: 2 };
    await insert(reservation('it'), reservation('other', { ...whose, state: 'unknown', nextAskAt: now }));
    const close = (id: string, state: 'done' | 'given-back') =>
      asked((store) => store.close(id, state, after(1)));
    expect([await close('it', 'done'), await close('it', 'given-back')]).toEqual([true, false]);
    const over = { unsettledMemberId: null, settledAt: after(1), nextAskAt: null };
    expect(await row('it')).toMatchObject({ state: 'done', ...over, nextLookAt: null });
    expect(await row('other')).toMatchObject({ state: 'unknown', unsettledMemberId: 2 });
    expect(await close('other', 'given-back')).toBe(true);
    expect(await row('other')).toMatchObject({ state: 'given-back', ...over });
  });

  it('one that is done may be looked after from a moment on', async () => {
    await insert(reservation('it'));
    expect(await asked((store) => store.close('it', 'done', now, after(1)))).toBe(true);
    expect(await row('it')).toMatchObject({ state: 'done', settledAt: now, nextLookAt: after(1) });
  });

  it('an unknown one is asked about when it is due, by one alone, and again or never', async () => {
    await insert(reservation('it'), reservation('other', { memberId: 2, unsettledMemberId: 2 }));
    const unknown = () => asked((store) => store.markUnknown('it', after(5)));
    expect([await unknown(), await unknown()]).toEqual([true, false]);
    const due = async (at: Date) => ids(await asked((store) => store.due(at, 9)));
    expect([await due(after(4)), await due(after(5))]).toEqual([[], ['it']]);
    const claim = (at: Date) => asked((store) => store.claimQuestion('it', at));
    const askLater = () => asked((store) => store.askLater('it', after(7)));
    expect([await askLater(), await claim(after(4))]).toEqual([false, false]);
    expect([await claim(after(5)), await claim(after(5))]).toEqual([true, false]);
    expect(await row('it')).toMatchObject({ nextAskAt: null, asks: 1, state: 'unknown' });
    expect([await askLater(), await askLater()]).toEqual([true, false]);
    expect(await claim(after(7))).toBe(true);
    const sendAgain = () => asked((store) => store.sendAgain('it'));
    expect([await sendAgain(), await sendAgain()]).toEqual([true, false]);
    expect(await row('it')).toMatchObject({ state: 'reserved', asks: 2 });
    expect(await row('other')).toEqual(reservation('other', { memberId: 2, unsettledMemberId: 2 }));
  });

  it('those that are due come the longest due first, and so many', async () => {
    const unknown = { state: 'unknown' as const };
    await insert(
      resetOf({ id: 'a', ...unknown, nextAskAt: after(3) }),
      resetOf({ id: 'b', ...unknown, nextAskAt: after(1) }),
      resetOf({ id: 'c', ...unknown, nextAskAt: after(2) }),
      resetOf({ id: 'd', state: 'done', nextAskAt: after(1) }),
    );
    expect(ids(await asked((store) => store.due(after(3), 9)))).toEqual(['b', 'c', 'a']);
    expect(ids(await asked((store) => store.due(after(3), 2)))).toEqual(['b', 'c']);
  });

  it('one is left to staff once, is asked about out of turn, and is not taken in hand again', async () => {
    await insert(
      reservation('it', { nextAskAt: now }),
      resetOf({ id: 'done', staffReason: 'no-clear-answer' }),
      resetOf({ id: 'unknown', state: 'unknown' }),
    );
    const leave = (id = 'it') => asked((store) => store.leaveToStaff(id, 'no-clear-answer'));
    const countAsk = (id = 'it') => asked((store) => store.countAsk(id));
    const left = () => asked((store) => store.countLeftToStaff());
    expect([await left(), await countAsk(), await leave('done')]).toEqual([0, false, false]);
    expect([await leave(), await leave(), await left()]).toEqual([true, false, 1]);
    expect(await row('it')).toMatchObject({ state: 'unknown', nextAskAt: null });
    expect([await countAsk(), (await row('it')).asks, (await row('unknown')).asks]).toEqual([true, 1, 0]);
    expect(await asked((store) => store.askLater('it', now))).toBe(false);
    expect(await asked((store) => store.sendAgain('it'))).toBe(false);
  });

  it('its member is held by it, and nobody by one that there is not', async () => {
    const record = { insuredCode: '310002', nationalId: '0499370899', cover: null, mobile: null };
    const keyring = makeKeyring({ keys: testKeys, random: systemRandom });
    const clock = handClock();
    const { memberId } = await db().inTransaction((tx) => makeMembers({ tx, keyring, clock }).put(record));
    await insert(reservation('it', { memberId, unsettledMemberId: memberId }));
    const member = await db().dataSource.manager.findOneBy(Member, { id: memberId });
    expect(await asked((store) => store.lockMemberOf('it'))).toEqual(member);
    expect(await asked((store) => store.lockMemberOf('other'))).toBeNull();
    let waiting: Promise<Member | null> | undefined;
    await db().inTransaction(async (tx) => {
      await makeLedgerStore(tx).lockMemberOf('it');
      waiting = asked((store) => store.lockMemberOf('it'));
      await pause(200);
      await tx.update(Member, { id: memberId }, { locks: 1 });
    });
    expect((await waiting)?.locks).toBe(1);
  });

  it('is read with what its period has used, and with whether others of it are done', async () => {
    const read = (id: string) => db().inTransaction((tx) => makeQuotaStore(tx, 5).readOfReset(id));
    const { manager } = db().dataSource;
    await insert(reservation('it'), resetOf({ id: 'other period', coverageId: 2 }));
    const quota = { used: 0, allowance: 5, endsOn: null };
    expect(await read('it')).toEqual({ reset: reservation('it'), quota, hasEarlier: false });
    await manager.insert(ResetQuota, { coverageId: 1, memberId: 1, used: 2, allowance: 9 });
    await manager.insert(Coverage, { id: 1, memberId: 1, startsOn: '2026-01-01', endsOn: '2026-12-31' });
    await insert(resetOf({ id: 'earlier' }));
    const used = { used: 2, allowance: 9, endsOn: '2026-12-31' };
    expect(await read('it')).toMatchObject({ quota: used, hasEarlier: true });
    expect(await read('none')).toBeNull();
  });

  it('is looked up by its member where everybody’s are many', async () => {
    if (db().dataSource.options.type === 'mysql') return;
    const plan = await db().dataSource.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${historyOf('1')}`);
    const steps = plan.map(({ detail }) => detail).filter((detail) => detail.startsWith('SEARCH'));
    expect(steps).toEqual([
      expect.stringContaining('password_resets_member'),
      expect.stringContaining('bound_chats_pair'),
    ]);
  });

  it('is reported once, and no other with it', async () => {
    await insert(resetOf({ id: 'it' }), resetOf({ id: 'other' }));
    const report = (at: Date) => asked((store) => store.report('it', at));
    expect([await report(now), await report(after(1))]).toEqual([true, false]);
    expect([(await row('it')).reportedAt, (await row('other')).reportedAt]).toEqual([now, null]);
  });
});
