import { beforeEach, expect, it } from 'vitest';
import { BoundChat } from '../../entities/bound-chat.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { makeBoundChatStore, type BoundChatStore } from '../../src/reset/bound-chat-store.js';
import { makeFollowUpStore, type FollowUpStore } from '../../src/reset/follow-up-store.js';
import { makeLedgerStore, type LedgerStore } from '../../src/reset/ledger-store.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { handClock } from '../support/hand-clock.js';

const now = handClock().now();
const after = (ms: number) => new Date(now.getTime() + ms);
const chatKey = 'telegram:1:1';

const resetOf = (change: Partial<PasswordReset> & { id: string }): PasswordReset => ({
  ...{ memberId: 1, unsettledMemberId: null, coverageId: 1, challengeId: change.id, insuredCode: '310002' },
  ...{ chatKey, reference: change.id, state: 'done', reservedAt: now, settledAt: null, nextAskAt: null },
  ...{ asks: 0, staffReason: null, nextLookAt: null, looks: 0, seenPassword: null, reportedAt: null },
  ...change,
});

onCleanDatabases('of recoveries,', (db) => {
  const insert = (...rows: PasswordReset[]) => db().dataSource.manager.insert(PasswordReset, rows);
  const asked = <T>(work: (store: LedgerStore) => Promise<T>): Promise<T> =>
    db().inTransaction((tx) => work(makeLedgerStore(tx)));
  const looks = <T>(work: (store: FollowUpStore) => Promise<T>): Promise<T> =>
    db().inTransaction((tx) => work(makeFollowUpStore(tx)));
  const row = (id: string) => db().dataSource.manager.findOneByOrFail(PasswordReset, { id });
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
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
    expect(await row('it')).toMatchObject({ state: 'done', ...over });
    expect(await row('other')).toMatchObject({ state: 'unknown', unsettledMemberId: 2 });
    expect(await close('other', 'given-back')).toBe(true);
    expect(await row('other')).toMatchObject({ state: 'given-back', ...over });
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

  it('is reported once, and no other with it', async () => {
    await insert(resetOf({ id: 'it' }), resetOf({ id: 'other' }));
    const report = (at: Date) => asked((store) => store.report('it', at));
    expect([await report(now), await report(after(1))]).toEqual([true, false]);
    expect([(await row('it')).reportedAt, (await row('other')).reportedAt]).toEqual([now, null]);
  });

  it('one that is done is looked after, and the earlier ones of its period no more', async () => {
    await insert(
      resetOf({ id: 'it' }),
      resetOf({ id: 'earlier', nextLookAt: now, seenPassword: 'initial' }),
      resetOf({ id: 'other period', coverageId: 2, nextLookAt: now }),
      resetOf({ id: 'other member', memberId: 2, nextLookAt: now }),
      resetOf({ id: 'given back', state: 'given-back', nextLookAt: now }),
    );
    await looks((store) => store.begin(resetOf({ id: 'it' }), after(1)));
    expect(await row('it')).toMatchObject({ nextLookAt: after(1), seenPassword: null });
    expect(await row('earlier')).toMatchObject({ nextLookAt: null, seenPassword: 'changed' });
    for (const id of ['other period', 'other member', 'given back'])
      expect(await row(id)).toMatchObject({ nextLookAt: now, seenPassword: null });
  });

  it('it is looked at when it is due, by one alone, and goes on from what was seen', async () => {
    await insert(
      resetOf({ id: 'later', nextLookAt: after(2) }),
      resetOf({ id: 'it', nextLookAt: after(1) }),
      resetOf({ id: 'never' }),
    );
    const due = async (at: Date, most = 9) => ids(await looks((store) => store.due(at, most)));
    expect([await due(now), await due(after(1)), await due(after(2)), await due(after(2), 1)]).toEqual([
      ...[[], ['it'], ['it', 'later'], ['it']],
    ]);
    const claim = (at: Date) => looks((store) => store.claim('it', at));
    const initial = (seen: number) => looks((store) => store.stillInitial('it', seen, after(5)));
    expect([await claim(now), await initial(0)]).toEqual([false, false]);
    expect([await claim(after(1)), await claim(after(1))]).toEqual([true, false]);
    const later = (seen: number) => looks((store) => store.lookLater('it', seen, after(4)));
    expect([await later(1), await later(0), await later(0)]).toEqual([false, true, false]);
    expect(await row('it')).toMatchObject({ nextLookAt: after(4), looks: 0, seenPassword: null });
    await claim(after(4));
    expect([await initial(1), await initial(0), await initial(0)]).toEqual([false, true, false]);
    expect(await row('it')).toMatchObject({ nextLookAt: after(5), looks: 1, seenPassword: 'initial' });
    await claim(after(5));
    expect([await later(1), await claim(after(5)), await initial(1)]).toEqual([true, true, true]);
    expect(await row('later')).toMatchObject({ nextLookAt: after(2), looks: 0 });
  });

  it('once it was changed nobody looks again', async () => {
    await insert(resetOf({ id: 'it', nextLookAt: now }), resetOf({ id: 'back', state: 'given-back' }));
    const changed = (id: string) => looks((store) => store.changed(id));
    expect([await changed('back'), await changed('it')]).toEqual([false, true]);
    expect(await row('it')).toMatchObject({ nextLookAt: null, seenPassword: 'changed' });
    expect(await looks((store) => store.stillInitial('it', 0, now))).toBe(false);
    expect(await looks((store) => store.lookLater('it', 0, now))).toBe(false);
  });
});

onCleanDatabases('of chats that are bound to a member,', (db) => {
  const asked = <T>(work: (store: BoundChatStore) => Promise<T>): Promise<T> =>
    db().inTransaction((tx) => work(makeBoundChatStore(tx)));
  const chatOf = (id: number, change: Partial<BoundChat> = {}): BoundChat => ({
    ...{ id, memberId: 1, chatKey: `telegram:1:${id}`, boundAt: now, provenBy: 'number' },
    ...{ lastUsedAt: null, endedAt: null, endedFor: null, ...change },
  });
  const row = (id: number) => db().dataSource.manager.findOneByOrFail(BoundChat, { id });
  const ids = (rows: BoundChat[]) => rows.map(({ id }) => id);
  beforeEach(async () => {
    const ended = { endedAt: after(-5), endedFor: 'own' as const };
    const rows = [
      chatOf(1),
      chatOf(2, { provenBy: 'earlier number', lastUsedAt: after(-1) }),
      chatOf(3, ended),
      chatOf(4, { memberId: 2, chatKey: 'telegram:1:1' }),
      chatOf(5, { provenBy: 'another', boundAt: after(-9), lastUsedAt: after(-3) }),
      chatOf(6, { provenBy: null, boundAt: after(-3) }),
      chatOf(7, { ...ended, memberId: 2, chatKey: 'telegram:1:1', boundAt: after(-9) }),
    ];
    await db().dataSource.manager.insert(BoundChat, rows.slice(0, 6));
    await db().dataSource.manager.insert(BoundChat, { ...rows[6]!, memberId: 3 });
  });

  it('those of a number have not ended, and are told apart by chat', async () => {
    const ofMember = async (...indexes: string[]) => ids(await asked((store) => store.ofMember(1, indexes)));
    expect([await ofMember('earlier number', 'number'), await ofMember()]).toEqual([[1, 2], []]);
    expect(ids(await asked((store) => store.inChat('telegram:1:1')))).toEqual([1, 4]);
    expect(await asked((store) => store.pair(2, 'telegram:1:1'))).toMatchObject({ id: 4 });
    expect(await asked((store) => store.pair(1, 'telegram:1:3'))).toMatchObject({ id: 3 });
    expect(await asked((store) => store.find(5))).toMatchObject({ id: 5 });
  });

  it('one stays bound since then by the same number, and begins anew by another or after it ended', async () => {
    const bind = (chatKey: string, provenBy: string) =>
      asked((store) => store.bind({ memberId: 1, chatKey, provenBy }, after(7)));
    await bind('telegram:1:1', 'number');
    expect(await row(1)).toEqual(chatOf(1, { lastUsedAt: after(7) }));
    await bind('telegram:1:2', 'number');
    expect(await row(2)).toEqual(chatOf(2, { boundAt: after(7), lastUsedAt: after(7) }));
    await bind('telegram:1:3', 'number');
    expect(await row(3)).toEqual(chatOf(3, { boundAt: after(7), lastUsedAt: after(7) }));
    await bind('telegram:1:99', 'number');
    const anew = await asked((store) => store.pair(1, 'telegram:1:99'));
    expect(anew).toMatchObject({
      boundAt: after(7),
      lastUsedAt: after(7),
      provenBy: 'number',
      endedAt: null,
    });
  });

  it('a use is noted where it has not ended, and an end once', async () => {
    await asked((store) => store.touch(1, 'telegram:1:1', after(3)));
    await asked((store) => store.touch(1, 'telegram:1:3', after(3)));
    const used = [await row(1), await row(3), await row(4)].map(({ lastUsedAt }) => lastUsedAt);
    expect(used).toEqual([after(3), null, null]);
    const end = () => asked((store) => store.end(1, 'staff', after(4)));
    expect([await end(), await end()]).toEqual([true, false]);
    expect(await row(1)).toMatchObject({ endedAt: after(4), endedFor: 'staff' });
    expect(await row(4)).toMatchObject({ endedAt: null });
  });

  it('those that nobody has used since are found, the oldest first, and what ended long ago is swept', async () => {
    const unused = async (since: Date, most = 9) =>
      ids(await asked((store) => store.unusedSince(since, most)));
    expect([await unused(after(-3)), await unused(after(-2)), await unused(after(-2), 1)]).toEqual([
      ...[[], [5, 6], [5]],
    ]);
    const purge = (before: Date) => asked((store) => store.purge(before));
    expect([await purge(after(-5)), await purge(after(-4)), await purge(after(-4))]).toEqual([0, 2, 0]);
    expect(await db().dataSource.manager.count(BoundChat)).toBe(5);
  });
});
