import { expect, it } from 'vitest';
import { Challenge } from '../../entities/challenge.js';
import { IdentityNotice } from '../../entities/identity-notice.js';
import { Member } from '../../entities/member.js';
import { StaffRequest } from '../../entities/staff-request.js';
import { chatName } from '../../src/chats/mark.js';
import type { Asker } from '../../src/chats/address.js';
import { accountLocked } from '../../src/reset/lock-account.js';
import { reportNotMe } from '../../src/reset/not-me.js';
import { reportNotMyChange } from '../../src/reset/not-my-change.js';
import type { LockOrder } from '../../src/reset/ports.js';
import { onBothDatabases } from '../support/both-databases.js';
import { hour, minute } from '../support/hand-clock.js';
import { asker, stranger, type ResetHarness } from '../support/reset-harness.js';
import { alerted } from './alerted.js';
import { trail } from './trail.js';

const behrouz = asker('behrouz');
const atBale = asker('behrouz', 'bale');
const by = ({ chatKey }: Asker) => `chat:${chatKey}`;
const reference = expect.any(String) as string;

async function recovered(harness: ResetHarness, from = behrouz): Promise<string> {
  const id = await harness.reserved('behrouz', from);
  await harness.settleDone(id);
  return id;
}

onBothDatabases('“this was not me”', (harness) => {
  const id = () => harness().ids.behrouz;
  const mark = (from = behrouz) => chatName(harness().keyring, from.chatKey);

  it('is in the trail with what was closed, and staff read it with the chat, each recovery once', async () => {
    const resetId = await recovered(harness());
    const says = (from = behrouz) => alerted(harness(), (deps) => reportNotMe(deps, resetId, from));
    const [first] = await says();
    const about = { cause: 'not-me', about: '310002' };
    expect(first).toEqual({ ...about, facts: { reference, path: 'closed', ...mark() } });
    expect(await says()).toEqual([]);
    await harness().manager.update(Member, { id: id() }, { closedFor: null });
    expect(await says()).toMatchObject([{ facts: { path: 'closed' } }]);
    const line = (path: string, again: boolean, from = behrouz) => [
      ...[by(from), id(), { reset: resetId, path, again, ...mark(from) }, reference],
    ];
    await says(stranger(1));
    expect(await trail(harness(), 'not-me')).toEqual([
      ...[line('closed', false), line('was-closed', true), line('closed', true)],
      line('open', true, stranger(1)),
    ]);
  });

  it('orders a lock under a new name with what the chat was given, and its answer is told and in the trail', async () => {
    const resetId = await recovered(harness());
    const said = await harness().reset((heart) => heart.reportNotMe(resetId, behrouz));
    const { reference: quoted } = said as { reference: string };
    const [order] = (await harness().jobs<LockOrder>('portal-lock')) as [LockOrder];
    expect(order).toEqual({
      ...{ id: expect.stringMatching(/^[0-9a-f]{32}$/) as string, memberId: id(), insuredCode: '310002' },
      ...{ chatKey: behrouz.chatKey, reference: quoted },
    });
    const answer = { lock: 'none', sessions: 'done' } as const;
    const raised = await alerted(harness(), (deps) => accountLocked(deps, order, answer));
    expect(raised).toEqual([
      { cause: 'account-lock', about: '310002', facts: { ...answer, reference: quoted } },
    ]);
    expect(await trail(harness(), 'account-lock')).toEqual([
      ['system', id(), { ...answer, order: order.id }, null],
    ]);
  });

  it('takes back the code that waits, and the text message with it', async () => {
    const resetId = await recovered(harness());
    harness().clock.pass(minute);
    const { challengeId } = await harness().sent('behrouz', atBale);
    await harness().reset((heart) => heart.reportNotMe(resetId, behrouz));
    const open = await harness().manager.findOneByOrFail(Challenge, { id: challengeId });
    expect(open.state).toBe('abandoned');
    expect((await harness().jobs('sms-code')).map((order) => order.challengeId)).not.toContain(challengeId);
  });

  it('leaves the code that waits where the chat is not heard', async () => {
    const resetId = await recovered(harness());
    harness().clock.pass(minute);
    const { challengeId } = await harness().sent('behrouz', atBale);
    await harness().reset((heart) => heart.reportNotMe(resetId, stranger(1)));
    expect(await harness().manager.findOneBy(Challenge, { id: challengeId })).toMatchObject({
      state: 'open',
    });
  });
});

onBothDatabases('“this number is no longer mine”', (harness) => {
  const id = () => harness().ids.behrouz;
  const says = (challengeId: string, from = behrouz) =>
    harness().reset((heart) => heart.reportNumber(challengeId, from));

  it('ends the request, takes back its text message, and asks staff under one reference', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    const { reference: quoted } = (await says(challengeId)) as { reference: string };
    expect(await harness().jobs('sms-code')).toEqual([]);
    expect(await harness().manager.findOneBy(Challenge, { id: challengeId })).toMatchObject({
      state: 'abandoned',
    });
    const [request] = await harness().manager.find(StaffRequest);
    const { chatKey } = behrouz;
    expect(request).toMatchObject({ kind: 'clear-mobile', memberId: id(), chatKey, reference: quoted });
    expect(await trail(harness(), 'number-reported')).toEqual([[by(behrouz), id(), {}, quoted]]);
  });

  it('is heard after the code has expired, and neither of one that was used nor from another chat', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    expect(await says(challengeId, stranger(1))).toEqual({ kind: 'challenge-over' });
    const sameChat = { ...behrouz, senderId: stranger(1).senderId };
    expect(await says(challengeId, sameChat)).toEqual({ kind: 'challenge-over' });
    expect(await says('f'.repeat(32))).toEqual({ kind: 'challenge-over' });
    harness().clock.pass(hour);
    await harness().settle((results) => results.expireChallenges());
    expect(await says(challengeId)).toEqual({ kind: 'number-reported', reference });
    const used = await harness().sent('behrouz', behrouz);
    await harness().confirm(used.challengeId, harness().code(used.challengeId), behrouz);
    expect(await says(used.challengeId)).toEqual({ kind: 'challenge-over' });
    await harness().manager.update(Challenge, { id: challengeId }, { blindPair: 'any', state: 'open' });
    expect(await says(challengeId)).toEqual({ kind: 'challenge-over' });
  });
});

onBothDatabases('“this change was not mine”', (harness) => {
  const id = () => harness().ids.behrouz;
  const says = (noticeId: number, from = behrouz) =>
    harness().reset((heart) => heart.reportNotMyChange(noticeId, from));

  /** A chat of the member's is told that staff have changed the number. */
  async function told(): Promise<IdentityNotice> {
    await recovered(harness());
    const change = { memberId: id(), what: 'mobile-replaced', replaced: null } as const;
    await harness().db.inTransaction((tx) => harness().services(tx).identityChanges.note([change], false));
    return harness().manager.findOneByOrFail(IdentityNotice, { memberId: id() });
  }
  const tells = () => harness().settle((results) => results.tellIdentityChanges());

  it('is heard from the chat that was told, once it was told, and from no other', async () => {
    const notice = await told();
    expect(await says(notice.id)).toEqual({ kind: 'not-me-known' });
    expect(await tells()).toBe(1);
    expect(await says(notice.id, stranger(1))).toEqual({ kind: 'not-me-known' });
    expect(await says(notice.id + 1)).toEqual({ kind: 'not-me-known' });
    expect(await harness().manager.findOneBy(Member, { id: id() })).toMatchObject({ closedFor: null });
    expect(await says(notice.id)).toEqual({ kind: 'not-me-frozen', reference });
    expect(await harness().manager.findOneBy(Member, { id: id() })).toMatchObject({ closedFor: 'not-me' });
  });

  it('is in the trail with what was changed and when, ends what is open, and asks for one lock', async () => {
    const notice = await told();
    await tells();
    harness().clock.pass(minute);
    const ticket = await harness().ticket('behrouz', atBale);
    await harness().manager.update(Member, { id: id() }, { codesFrom: null });
    await harness().manager.update(IdentityNotice, { id: notice.id }, { toldAt: harness().clock.now() });
    const opened = await harness().reset((heart) => heart.open(ticket, 'changed', atBale));
    expect(opened.kind).toBe('code-sent');
    const raised = await alerted(harness(), (deps) => reportNotMyChange(deps, notice.id, behrouz));
    expect(raised).toEqual([{ cause: 'not-my-change', about: '310002', facts: { reference } }]);
    const detail = { what: 'mobile-replaced', changedAt: notice.createdAt.toISOString() };
    expect(await trail(harness(), 'not-my-change')).toEqual([[by(behrouz), id(), detail, reference]]);
    expect(await harness().manager.countBy(Challenge, { state: 'abandoned' })).toBe(1);
    expect(await harness().jobs('sms-code')).toHaveLength(1);
    expect(await harness().jobs('portal-lock')).toHaveLength(1);
    await says(notice.id);
    await says(notice.id);
    expect(await harness().jobs('portal-lock')).toHaveLength(2);
  });
});
