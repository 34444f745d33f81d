import { expect, it } from 'vitest';
import { BoundChat } from '../../entities/bound-chat.js';
import { Challenge } from '../../entities/challenge.js';
import { Member } from '../../entities/member.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { chatName } from '../../src/chats/mark.js';
import { makeStaffOverride, type StaffOverride } from '../../src/reset/staff-override.js';
import { onBothDatabases } from '../support/both-databases.js';
import { day, hour, minute } from '../support/hand-clock.js';
import { another, asker, pairOf, stranger } from '../support/reset-harness.js';
import { trail } from './trail.js';

const behrouz = asker('behrouz');
const wrong = { ...pairOf('behrouz'), nationalId: '0010000062' };

onBothDatabases('what staff do for a member', (harness) => {
  const id = () => harness().ids.behrouz;
  const member = () => harness().manager.findOneByOrFail(Member, { id: id() });
  const staff = <T>(work: (override: StaffOverride, held: Member) => Promise<T>): Promise<T> =>
    harness().db.inTransaction(async (tx) => {
      const { members, resetDeps } = harness().services(tx);
      const held = await members.lockForUpdate(id());
      return work(makeStaffOverride(resetDeps), held!);
    });
  const state = async (challengeId: string) =>
    (await harness().manager.findOneByOrFail(Challenge, { id: challengeId })).state;

  it('closes the way back once, and takes back the code that waits with its text message', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    const block = () => staff((override, held) => override.block(held));
    expect(await block()).toBe(true);
    expect([await state(challengeId), await harness().jobs('sms-code')]).toEqual(['abandoned', []]);
    expect([await block(), (await member()).closedFor]).toEqual([false, 'staff-block']);
    const unblock = () => staff((override, held) => override.unblock(held));
    expect([await unblock(), await unblock(), (await member()).closedFor]).toEqual([true, false, null]);
  });

  it('forgets the number once, and takes back the code that went to it', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    const forget = () => staff((override, held) => override.forgetMobile(held));
    expect([await forget(), await forget(), (await member()).mobile]).toEqual([true, false, null]);
    expect([await state(challengeId), await harness().jobs('sms-code')]).toEqual(['abandoned', []]);
  });

  it('ends a chat of the member’s, and no other, and tells it by whom and whose', async () => {
    await harness().settleDone(await harness().reserved('behrouz', behrouz));
    await harness().settleDone(await harness().reserved('iraj', asker('iraj')));
    const [own, other] = (await harness().manager.find(BoundChat, { order: { id: 'ASC' } })) as [
      ...[BoundChat, BoundChat],
    ];
    const end = (bond: number) => staff((override, held) => override.endChat(held, bond));
    expect(await staff((override, held) => override.boundChats(held))).toMatchObject([{ id: own.id }]);
    expect([await end(other.id), await end(own.id), await end(own.id)]).toEqual([false, true, false]);
    expect((await harness().told(behrouz)).at(-1)).toEqual({
      ...{ kind: 'chat-ended', tail: '002', because: 'staff' },
    });
    // Who did it stands in the trail by their own line.
    expect(await trail(harness(), 'chat-ended')).toEqual([]);
  });

  it('unlocks, and says what was cleared of locks, codes, pairs, sends and chats that had to wait', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    await harness().confirm(challengeId, another(harness().code(challengeId)), behrouz);
    for (let typed = 0; typed < 5; typed += 1) await harness().identifies(wrong, stranger(1));
    for (let chat = 2; chat < 9; chat += 1) await harness().identifies(wrong, stranger(chat));
    const locks = { locks: 1, boundLocks: 2, wrongCodesInRow: 3, boundWrongCodesInRow: 4 };
    await harness().manager.update(Member, { id: id() }, locks);
    const unlock = () => staff((override, held) => override.unlock(held));
    // Of twelve wrong pairs two more than ten were told nothing, and five chats begin anew.
    expect(await unlock()).toEqual({ locks: 3, wrongCodes: 7, wrongPairs: 10, sends: 1, chats: 5 });
    expect(await member()).toMatchObject({
      ...{ locks: 0, boundLocks: 0, wrongCodesInRow: 0, boundWrongCodesInRow: 0, lockedUntil: null },
    });
    await harness().manager.delete(Member, { id: id() });
    const gone = {
      ...(await harness().manager.findOneByOrFail(Member, { id: harness().ids.iraj })),
      id: id(),
    };
    expect(await staff((override) => override.unlock(gone))).toBeNull();
  });

  it('lets only those chats begin anew that wrote of the member within the day', async () => {
    for (let typed = 0; typed < 5; typed += 1) await harness().identifies(wrong, stranger(1));
    harness().clock.pass(day + 1);
    expect(await staff((override, held) => override.unlock(held))).toMatchObject({ chats: 0, wrongPairs: 0 });
  });

  it('adds to the allowance that they have seen', async () => {
    await harness().settleDone(await harness().reserved('behrouz', behrouz));
    const { coverageId } = await harness().manager.findOneByOrFail(PasswordReset, { memberId: id() });
    const raise = (from: number) =>
      staff((override, held) => override.raiseAllowance(held, coverageId, from, 2));
    expect([await raise(4), await raise(5), await raise(5)]).toEqual([false, true, false]);
    expect(await staff((override) => override.quota(coverageId))).toMatchObject({ used: 2, allowance: 7 });
  });
});

onBothDatabases('what staff do about a recovery without a clear outcome', (harness) => {
  const staff = <T>(work: (override: StaffOverride) => Promise<T>): Promise<T> =>
    harness().db.inTransaction((tx) => work(makeStaffOverride(harness().services(tx).resetDeps)));
  const unknown = async (): Promise<string> => {
    const resetId = await harness().reserved('behrouz', behrouz);
    await harness().settle((results) => results.resetAnswered(resetId, 'unknown'));
    return resetId;
  };

  it('is done or given back once, told, counted, and nothing is ordered any more', async () => {
    const resetId = await unknown();
    const { reference } = await harness().manager.findOneByOrFail(PasswordReset, { id: resetId });
    const giveBack = () => staff((override) => override.giveBack(resetId));
    expect([await giveBack(), await giveBack()]).toEqual([true, false]);
    expect((await harness().told(behrouz)).at(-1)).toEqual({ kind: 'reset-returned', reference });
    expect([await harness().used('behrouz'), await harness().jobs('portal-reset')]).toEqual([1, []]);
    expect(harness().outcomes.map(({ outcome }) => outcome)).toEqual(['kept', 'given-back']);
    expect(await staff((override) => override.markDone(resetId))).toBe(false);
    harness().clock.pass(minute);
    const other = await unknown();
    const markDone = () => staff((override) => override.markDone(other));
    expect([await markDone(), await markDone()]).toEqual([true, false]);
    expect(await staff((override) => override.giveBack('f'.repeat(32)))).toBe(false);
  });

  it('is to ask the portal once more where the outcome is unknown, which is counted', async () => {
    const resetId = await harness().reserved('behrouz', behrouz);
    const ask = () => staff((override) => override.askPortal(resetId));
    expect(await ask()).toBe(false);
    await harness().settle((results) => results.resetAnswered(resetId, 'unknown'));
    expect(await ask()).toBe(true);
    expect(await harness().jobs('portal-outcome')).toEqual([{ resetId }]);
    expect(await harness().manager.findOneBy(PasswordReset, { id: resetId })).toMatchObject({ asks: 1 });
    await harness().settleDone(resetId);
    expect(await ask()).toBe(false);
  });
});

onBothDatabases('whoever puts an older copy of the rows back', (harness) => {
  it('ends every open request with its text message, each in the trail by their name', async () => {
    const sent: string[] = [];
    for (const role of ['behrouz', 'iraj'] as const)
      sent.push((await harness().sent(role, asker(role))).challengeId);
    const ends = () =>
      harness().db.inTransaction((tx) =>
        makeStaffOverride(harness().services(tx).resetDeps).endEveryRequest('operator'),
      );
    expect([await ends(), await ends()]).toEqual([2, 0]);
    expect(await harness().manager.countBy(Challenge, { state: 'abandoned' })).toBe(2);
    expect(await harness().jobs('sms-code')).toEqual([]);
    const { ids } = harness();
    const lines = [ids.behrouz, ids.iraj].map((whose, at) => [
      ...['operator', whose, { challenge: sent[at] }, null],
    ]);
    expect(await trail(harness(), 'challenge-abandoned')).toEqual(expect.arrayContaining(lines));
  });
});

onBothDatabases('of chats that are bound,', (harness) => {
  const bound = async () => {
    await harness().settleDone(await harness().reserved('behrouz', behrouz));
    return harness().manager.findOneByOrFail(BoundChat, { chatKey: behrouz.chatKey });
  };
  const name = () => chatName(harness().keyring, behrouz.chatKey);

  it('one is shown with the end of the code and since when, and says itself that it is not theirs', async () => {
    const { id, boundAt } = await bound();
    const here = { id, tail: '002', at: boundAt.getTime() };
    expect(await harness().reset((heart) => heart.accountsIn(behrouz))).toEqual([here]);
    const says = () => harness().reset((heart) => heart.reportNotTheirs(id, behrouz));
    expect(await says()).toEqual({ kind: 'chat-unlinked', tail: '002' });
    expect(await says()).toEqual({ kind: 'chat-not-linked' });
    expect(await trail(harness(), 'chat-not-theirs')).toEqual([
      [`chat:${behrouz.chatKey}`, harness().ids.behrouz, name(), null],
    ]);
    expect(await trail(harness(), 'chat-ended')).toEqual([]);
    expect((await harness().told(behrouz)).map(({ kind }) => kind)).toEqual(['reset-done']);
  });

  it('one that nobody used is ended by the house, in the trail, and nobody is told', async () => {
    await bound();
    harness().clock.pass(400 * day);
    expect(await harness().settle((results) => results.endUnusedChats())).toBe(0);
    harness().clock.pass(hour);
    expect(await harness().settle((results) => results.endUnusedChats())).toBe(1);
    expect(await trail(harness(), 'chat-ended')).toEqual([
      ['system', harness().ids.behrouz, { ...name(), because: 'unused' }, null],
    ]);
    expect((await harness().told(behrouz)).map(({ kind }) => kind)).toEqual(['reset-done']);
  });
});
