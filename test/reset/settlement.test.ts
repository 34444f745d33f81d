import { expect, it } from 'vitest';
import { Alert } from '../../entities/alert.js';
import { AuditEntry } from '../../entities/audit-entry.js';
import { PasswordReset } from '../../entities/password-reset.js';
import type { LockOrder, ResetAnswer } from '../../src/reset/ports.js';
import { onBothDatabases } from '../support/both-databases.js';
import { hour, minute, second } from '../support/hand-clock.js';
import { asker, type ResetHarness } from '../support/reset-harness.js';

const behrouz = asker('behrouz');
const atBale = asker('behrouz', 'bale');

const answered = (harness: ResetHarness, resetId: string, answer: ResetAnswer) =>
  harness.settle((results) => results.resetAnswered(resetId, answer));
const askAgain = (harness: ResetHarness) => harness.settle((results) => results.askAgain());
const row = (harness: ResetHarness, id: string) => harness.manager.findOneByOrFail(PasswordReset, { id });
const kinds = async (harness: ResetHarness, from = behrouz) =>
  (await harness.told(from)).map(({ kind }) => kind);
const identified = async (harness: ResetHarness) => (await harness.identifies('behrouz', behrouz)).kind;

onBothDatabases('what the portal makes of a recovery', (harness) => {
  it('done is done once, however often it is said', async () => {
    const id = await harness().reserved('behrouz');
    for (let said = 0; said < 3; said += 1) await answered(harness(), id, 'done');
    await answered(harness(), id, 'unknown');
    await answered(harness(), id, 'missing');
    expect(await row(harness(), id)).toMatchObject({ state: 'done', unsettledMemberId: null });
    expect(await kinds(harness())).toEqual(['reset-done']);
    expect(await harness().jobs('sms-notice')).toMatchObject([{ notice: 'reset', subject: id }]);
    expect(await harness().used('behrouz')).toBe(2);
    expect(await identified(harness())).toBe('asking-portal');
  });

  it('the member’s other chats hear of it, on either messenger, and the asking chat does not', async () => {
    await harness().settleDone(await harness().reserved('behrouz', atBale));
    harness().clock.pass(minute);
    const id = await harness().reserved('behrouz');
    await harness().settleDone(id);
    const at = harness().clock.now().getTime();
    const notice = { kind: 'notice-reset', at, platform: 'telegram', resetId: id };
    expect(await harness().told(atBale)).toMatchObject([{ kind: 'reset-done' }, notice]);
    expect(await kinds(harness())).toEqual(['reset-done']);
  });

  it('an account that the portal does not know costs nothing, once', async () => {
    const id = await harness().reserved('behrouz');
    await answered(harness(), id, 'missing');
    await answered(harness(), id, 'missing');
    await answered(harness(), id, 'done');
    expect((await row(harness(), id)).state).toBe('given-back');
    expect(await harness().used('behrouz')).toBe(1);
    expect(await kinds(harness())).toEqual(['reset-given-back']);
    expect(await harness().jobs('portal-reset')).toEqual([]);
    expect(await identified(harness())).toBe('asking-portal');
  });

  it('no clear answer keeps the recovery, and the portal is asked at growing intervals', async () => {
    const id = await harness().reserved('behrouz');
    await answered(harness(), id, 'unknown');
    await answered(harness(), id, 'unknown');
    expect(await kinds(harness())).toEqual(['reset-kept']);
    expect(await identified(harness())).toBe('under-way');
    for (const wait of [15 * second, 30 * second, minute, 5 * minute, 15 * minute, 15 * minute]) {
      harness().clock.pass(wait - 1);
      expect(await askAgain(harness())).toBe(0);
      harness().clock.pass(1);
      expect(await askAgain(harness())).toBe(1);
      expect(await askAgain(harness())).toBe(0);
      await harness().settle((results) => results.outcomeAnswered(id, 'unknown'));
      await harness().settle((results) => results.outcomeAnswered(id, 'unknown'));
    }
    await harness().settle((results) => results.outcomeAnswered(id, 'done'));
    expect(await kinds(harness())).toEqual(['reset-kept', 'reset-done']);
    expect(await harness().used('behrouz')).toBe(2);
  });

  it('all that is kept is asked about as soon as the portal is back, however long the questions were put off', async () => {
    const kept = [await harness().reserved('behrouz'), await harness().reserved('iraj')];
    for (const id of kept) await answered(harness(), id, 'unknown');
    const isBack = () => harness().settle((results) => results.portalIsBack());
    for (const wait of [15 * second, 30 * second, minute]) {
      harness().clock.pass(wait);
      await askAgain(harness());
      for (const id of kept) await harness().settle((results) => results.outcomeAnswered(id, 'unknown'));
    }
    harness().clock.pass(second);
    expect(await askAgain(harness())).toBe(0);
    expect(await isBack()).toBe(2);
    expect(await askAgain(harness())).toBe(2);
    expect(await isBack()).toBe(0);
    expect(await askAgain(harness())).toBe(0);
  });

  it('what never arrived is asked about and sent once more, under the same id', async () => {
    const id = await harness().reserved('behrouz');
    await answered(harness(), id, 'unknown');
    harness().clock.pass(15 * second);
    await askAgain(harness());
    const ordered = async (kind: string) => await harness().jobs<{ resetId: string }>(kind);
    expect(await ordered('portal-outcome')).toEqual([{ resetId: id }]);
    for (let answers = 0; answers < 2; answers += 1) {
      await harness().settle((results) => results.outcomeAnswered(id, 'never-arrived'));
      expect((await ordered('portal-reset')).map(({ resetId }) => resetId)).toEqual([id, id]);
    }
    await answered(harness(), id, 'unknown');
    expect(await kinds(harness())).toEqual(['reset-kept']);
    await answered(harness(), id, 'done');
    expect(await kinds(harness())).toEqual(['reset-kept', 'reset-done']);
  });

  it.each(['unknown', 'never-arrived'] as const)(
    'after six hours of “%s” staff decide, and the member hears it once',
    async (answer) => {
      const id = await harness().reserved('behrouz');
      await answered(harness(), id, 'unknown');
      harness().clock.pass(6 * hour);
      await askAgain(harness());
      await harness().settle((results) => results.outcomeAnswered(id, answer));
      await harness().settle((results) => results.outcomeAnswered(id, answer));
      expect(await row(harness(), id)).toMatchObject({ state: 'unknown', staffReason: 'no-clear-answer' });
      expect(await kinds(harness())).toEqual(['reset-kept', 'reset-with-staff']);
      harness().clock.pass(hour);
      expect(await askAgain(harness())).toBe(0);
      expect(await identified(harness())).toBe('under-way');
    },
  );

  it('an id that the portal has for another account goes to staff with an alert', async () => {
    const id = await harness().reserved('behrouz');
    await answered(harness(), id, 'conflict');
    await answered(harness(), id, 'conflict');
    expect((await row(harness(), id)).staffReason).toBe('id-of-another-account');
    expect(await kinds(harness())).toEqual(['reset-with-staff']);
    const event = 'authn_password_change_fail:reset-with-staff';
    expect(await harness().manager.countBy(AuditEntry, { event })).toBe(1);
    expect(await harness().used('behrouz')).toBe(2);
  });

  it('“no such account” after a silence is left to staff with an alert: the recovery may have been made', async () => {
    const id = await harness().reserved('behrouz');
    await answered(harness(), id, 'unknown');
    await answered(harness(), id, 'missing');
    await answered(harness(), id, 'missing');
    expect(await row(harness(), id)).toMatchObject({
      state: 'unknown',
      staffReason: 'missing-after-unknown',
    });
    expect(await kinds(harness())).toEqual(['reset-kept', 'reset-with-staff']);
    expect(await harness().used('behrouz')).toBe(2);
    expect(await identified(harness())).toBe('under-way');
  });

  it('nor is it given back when it was sent once more in between', async () => {
    const id = await harness().reserved('behrouz');
    await answered(harness(), id, 'unknown');
    harness().clock.pass(15 * second);
    await askAgain(harness());
    await harness().settle((results) => results.outcomeAnswered(id, 'never-arrived'));
    expect((await row(harness(), id)).state).toBe('reserved');
    await answered(harness(), id, 'missing');
    expect((await row(harness(), id)).staffReason).toBe('missing-after-unknown');
    expect(await harness().used('behrouz')).toBe(2);
  });

  it('an answer about an account reaches the chat that waits for it, once', async () => {
    const order = { ticketId: 'a'.repeat(32), chatKey: behrouz.chatKey };
    for (const answer of ['changed', 'away'] as const) {
      await harness().settle((results) => results.accountAnswered(order, answer));
    }
    const event = { kind: 'portal-account', ticketId: order.ticketId, account: 'changed' };
    expect(await harness().told(behrouz)).toEqual([event]);
  });

  it('a recovery that nobody has heard of changes nothing', async () => {
    await answered(harness(), 'f'.repeat(32), 'done');
    await harness().settle((results) => results.outcomeAnswered('f'.repeat(32), 'done'));
    await harness().settle((results) => results.sendRefused('f'.repeat(32), 1));
    expect(await harness().jobs('sms-notice')).toEqual([]);
  });
});

onBothDatabases('“this was not me”', (harness) => {
  const report = (resetId: string, from = behrouz) =>
    harness().reset((heart) => heart.reportNotMe(resetId, from));

  it('closes the way back at once, ends the open challenge and alerts staff', async () => {
    const id = await harness().reserved('behrouz');
    await harness().settleDone(id);
    harness().clock.pass(minute);
    const { challengeId } = await harness().sent('behrouz', atBale);
    expect(await report(id)).toMatchObject({ kind: 'not-me-frozen' });
    const late = await harness().confirm(challengeId, harness().code(challengeId), atBale);
    expect(late.kind).toBe('challenge-over');
    expect(await identified(harness())).toBe('locked-until-staff');
    const event = 'authn_login_lock:not-me';
    expect(await harness().manager.countBy(AuditEntry, { event })).toBe(1);
    expect(await report(id)).toEqual({ kind: 'not-me-known' });
  });

  it('asks the portal to lock the account once, and tells chat, trail and staff what was done', async () => {
    const id = await harness().reserved('behrouz');
    await harness().settleDone(id);
    await report(id);
    await report(id);
    const orders = await harness().jobs<LockOrder>('portal-lock');
    expect(orders).toMatchObject([{ insuredCode: '310002', chatKey: behrouz.chatKey }]);
    const answer = { lock: 'done', sessions: 'failed' } as const;
    await harness().settle((results) => results.accountLocked(orders[0]!, answer));
    expect(await harness().told(behrouz)).toContainEqual({
      ...{ kind: 'account-lock', reference: orders[0]!.reference },
      ...answer,
    });
    const event = 'authn_login_lock:account-lock';
    expect(await harness().manager.countBy(AuditEntry, { event })).toBe(1);
    expect(await harness().manager.countBy(Alert, { cause: 'account-lock' })).toBe(1);
  });

  it('asks nothing of the portal for a chat that is not known to be the member’s', async () => {
    const id = await harness().reserved('behrouz');
    await report(id, asker('kamran'));
    expect(await harness().jobs('portal-lock')).toEqual([]);
  });

  it('closes nothing from a chat that is not known to be the member’s', async () => {
    const id = await harness().reserved('behrouz');
    expect(await report(id, asker('kamran'))).toMatchObject({ kind: 'not-me-unlinked' });
    expect(await report('f'.repeat(32))).toEqual({ kind: 'chat-not-linked' });
    await harness().settleDone(id);
    expect(await identified(harness())).toBe('asking-portal');
  });
});
