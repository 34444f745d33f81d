import { expect, it } from 'vitest';
import { BoundChat } from '../../entities/bound-chat.js';
import { Member } from '../../entities/member.js';
import { chatName } from '../../src/chats/mark.js';
import { makeStaffOverride, type StaffOverride } from '../../src/reset/staff-override.js';
import { onBothDatabases } from '../support/both-databases.js';
import { day, hour } from '../support/hand-clock.js';
import { asker, stranger } from '../support/reset-harness.js';
import { trail } from './trail.js';

const behrouz = asker('behrouz');
const atBale = asker('behrouz', 'bale');

onBothDatabases('a chat of a member’s', (harness) => {
  const id = () => harness().ids.behrouz;
  const recovers = async (from = behrouz): Promise<string> => {
    harness().clock.pass(hour);
    const resetId = await harness().reserved('behrouz', from);
    await harness().settleDone(resetId);
    return resetId;
  };
  const staff = <T>(work: (override: StaffOverride, held: Member) => Promise<T>): Promise<T> =>
    harness().db.inTransaction(async (tx) => {
      const { members, resetDeps } = harness().services(tx);
      return work(makeStaffOverride(resetDeps), (await members.lockForUpdate(id()))!);
    });
  const chat = ({ chatKey } = behrouz) => harness().manager.findOneByOrFail(BoundChat, { chatKey });
  const told = async (from = behrouz) =>
    (await harness().told(from)).filter(({ kind }) => kind === 'chat-ended');

  it('may still say “this was not me” once staff have cleared the number that proved it', async () => {
    const resetId = await recovers();
    await staff((override, held) => override.forgetMobile(held));
    expect((await chat()).endedFor).toBe('number');
    const said = await harness().reset((heart) => heart.reportNotMe(resetId, behrouz));
    expect(said).toMatchObject({ kind: 'not-me-frozen' });
    const { closedFor } = await harness().manager.findOneByOrFail(Member, { id: id() });
    expect(closedFor).toBe('not-me');
  });

  it('may not once staff have ended it, or it has itself', async () => {
    const resetId = await recovers();
    const { id: bond } = await chat();
    await staff((override, held) => override.endChat(held, bond));
    const says = () => harness().reset((heart) => heart.reportNotMe(resetId, behrouz));
    expect(await says()).toMatchObject({ kind: 'not-me-unlinked' });
    await recovers();
    await harness().reset((heart) => heart.reportNotTheirs(bond, behrouz));
    expect((await chat()).endedFor).toBe('own');
    expect(await says()).toMatchObject({ kind: 'not-me-unlinked' });
  });

  it('is told each time that it ends by others, and each of them', async () => {
    await recovers(atBale);
    for (let times = 1; times < 3; times += 1) {
      await recovers();
      const { id: bond } = await chat();
      await staff((override, held) => override.endChat(held, bond));
      expect(await told()).toHaveLength(times);
    }
    await recovers();
    await staff((override, held) => override.forgetMobile(held));
    const ended = { kind: 'chat-ended', tail: '002', because: 'number' };
    expect([(await told()).at(-1), await told(atBale)]).toEqual([ended, [ended]]);
    const line = (from = behrouz) => [
      ...['system', id(), { ...chatName(harness().keyring, from.chatKey), because: 'number' }, null],
    ];
    expect(await trail(harness(), 'chat-ended')).toEqual([line(atBale), line()]);
  });

  it('is shown by the last three digits, and no bond that is another’s or nobody’s can be ended there', async () => {
    await recovers();
    await harness().manager.update(Member, { id: id() }, { insuredCode: '3100021' });
    const { id: bond } = await chat();
    expect(await harness().reset((heart) => heart.accountsIn(behrouz))).toMatchObject([{ tail: '021' }]);
    const says = (which: number, from = behrouz) =>
      harness().reset((heart) => heart.reportNotTheirs(which, from));
    expect(await says(bond, stranger(1))).toEqual({ kind: 'chat-not-linked' });
    expect(await says(bond + 1)).toEqual({ kind: 'chat-not-linked' });
    expect((await chat()).endedAt).toBeNull();
    await harness().manager.delete(Member, { id: id() });
    harness().clock.pass(401 * day);
    expect(await harness().settle((results) => results.endUnusedChats())).toBe(1);
    expect(await trail(harness(), 'chat-ended')).toMatchObject({ 0: { 1: id() } });
  });
});

onBothDatabases(
  'those who are to hear of a changed number',
  (harness) => {
    const tells = () => harness().settle((results) => results.tellIdentityChanges());

    it('are told by text message and in their chats, each once, as far as the budget of an hour goes', async () => {
      await harness().settleDone(await harness().reserved('behrouz', behrouz));
      const { behrouz: one, iraj: other } = harness().ids;
      const changes = [one, other, other].map((memberId, at) => {
        return { memberId, what: 'mobile-replaced', replaced: `0912000008${at}` } as const;
      });
      const at = harness().clock.now().getTime();
      await harness().db.inTransaction((tx) => harness().services(tx).identityChanges.note(changes, false));
      const passes = [];
      for (let pass = 0; pass < 5; pass += 1) passes.push(await tells());
      expect(passes).toEqual([1, 1, 1, 0, 0]);
      const numbers = (await harness().jobs<{ notice: string; to: string; subject: string }>('sms-notice'))
        .filter(({ notice }) => notice === 'number-changed')
        .map(({ to, subject }) => [to, /^change-\d+$/.test(subject)]);
      expect(numbers).toEqual([
        ['09120000080', true],
        ['09120000081', true],
      ]);
      expect((await harness().told(behrouz)).slice(1)).toEqual([
        { kind: 'notice-identity', what: 'mobile-replaced', at, noticeId: expect.any(Number) as number },
      ]);
      harness().clock.pass(hour);
      expect([await tells(), await tells()]).toEqual([1, 0]);
    });
  },
  { identityNoticesPerHour: 2 },
);
