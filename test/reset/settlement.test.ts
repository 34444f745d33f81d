import { expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { PasswordReset } from '../../entities/password-reset.js';
import type { ResetAnswer } from '../../src/reset/ports.js';
import { onBothDatabases } from '../support/both-databases.js';
import { hour, minute, second } from '../support/hand-clock.js';
import { asker, type ResetHouse } from '../support/reset-harness.js';

const behrouz = asker('behrouz');
const atBale = asker('behrouz', 'bale');

const answered = (house: ResetHouse, resetId: string, answer: ResetAnswer) =>
  house.settle((settlement) => settlement.resetAnswered(resetId, answer));
const askAgain = (house: ResetHouse) => house.settle((settlement) => settlement.askAgain());
const row = (house: ResetHouse, id: string) => house.manager.findOneByOrFail(PasswordReset, { id });
const kinds = async (house: ResetHouse, from = behrouz) => (await house.told(from)).map(({ kind }) => kind);
const identified = async (house: ResetHouse) => (await house.identifies('behrouz', behrouz)).kind;

onBothDatabases('what the portal makes of a recovery', (house) => {
  it('done is done once, however often it is said', async () => {
    const id = await house().reserved('behrouz');
    for (let said = 0; said < 3; said += 1) await answered(house(), id, 'done');
    await answered(house(), id, 'unknown');
    await answered(house(), id, 'missing');
    expect(await row(house(), id)).toMatchObject({ state: 'done', unsettledMemberId: null });
    expect(await kinds(house())).toEqual(['reset-done']);
    expect(await house().jobs('send-notice')).toMatchObject([{ notice: 'reset', subject: id }]);
    expect(await house().used('behrouz')).toBe(2);
    expect(await identified(house())).toBe('asking-portal');
  });

  it('the member’s other chats hear of it, on either messenger, and the asking chat does not', async () => {
    await house().settleDone(await house().reserved('behrouz', atBale));
    const id = await house().reserved('behrouz');
    await house().settleDone(id);
    const at = house().clock.now().getTime();
    const notice = { kind: 'notice-reset', at, platform: 'telegram', resetId: id };
    expect(await house().told(atBale)).toMatchObject([{ kind: 'reset-done' }, notice]);
    expect(await kinds(house())).toEqual(['reset-done']);
  });

  it('an account that the portal does not know costs nothing, once', async () => {
    const id = await house().reserved('behrouz');
    await answered(house(), id, 'missing');
    await answered(house(), id, 'missing');
    await answered(house(), id, 'done');
    expect((await row(house(), id)).state).toBe('given-back');
    expect(await house().used('behrouz')).toBe(1);
    expect(await kinds(house())).toEqual(['reset-given-back']);
    expect(await house().jobs('reset-password')).toEqual([]);
    expect(await identified(house())).toBe('asking-portal');
  });

  it('no clear answer keeps the recovery, and the portal is asked at growing intervals', async () => {
    const id = await house().reserved('behrouz');
    await answered(house(), id, 'unknown');
    await answered(house(), id, 'unknown');
    expect(await kinds(house())).toEqual(['reset-kept']);
    expect(await identified(house())).toBe('under-way');
    for (const wait of [15 * second, 30 * second, minute, 5 * minute, 15 * minute, 15 * minute]) {
      house().clock.pass(wait - 1);
      expect(await askAgain(house())).toBe(0);
      house().clock.pass(1);
      expect(await askAgain(house())).toBe(1);
      expect(await askAgain(house())).toBe(0);
      await house().settle((settlement) => settlement.outcomeAnswered(id, 'unknown'));
      await house().settle((settlement) => settlement.outcomeAnswered(id, 'unknown'));
    }
    await house().settle((settlement) => settlement.outcomeAnswered(id, 'done'));
    expect(await kinds(house())).toEqual(['reset-kept', 'reset-done']);
    expect(await house().used('behrouz')).toBe(2);
  });

  it('what never arrived is sent once more under the same id', async () => {
    const id = await house().reserved('behrouz');
    await answered(house(), id, 'unknown');
    house().clock.pass(15 * second);
    await askAgain(house());
    await house().settle((settlement) => settlement.outcomeAnswered(id, 'never-arrived'));
    await house().settle((settlement) => settlement.outcomeAnswered(id, 'never-arrived'));
    const orders = await house().jobs<{ resetId: string }>('reset-password');
    expect(orders.map(({ resetId }) => resetId)).toEqual([id, id]);
    await answered(house(), id, 'unknown');
    expect(await kinds(house())).toEqual(['reset-kept']);
    await answered(house(), id, 'done');
    expect(await kinds(house())).toEqual(['reset-kept', 'reset-done']);
  });

  it.each(['unknown', 'never-arrived'] as const)(
    'after six hours of “%s” staff decide, and the member hears it once',
    async (answer) => {
      const id = await house().reserved('behrouz');
      await answered(house(), id, 'unknown');
      house().clock.pass(6 * hour);
      await askAgain(house());
      await house().settle((settlement) => settlement.outcomeAnswered(id, answer));
      await house().settle((settlement) => settlement.outcomeAnswered(id, answer));
      expect(await row(house(), id)).toMatchObject({ state: 'unknown', staffReason: 'no-clear-answer' });
      expect(await kinds(house())).toEqual(['reset-kept', 'reset-with-staff']);
      house().clock.pass(hour);
      expect(await askAgain(house())).toBe(0);
      expect(await identified(house())).toBe('under-way');
    },
  );

  it('an id that the portal has for another account goes to staff with an alert', async () => {
    const id = await house().reserved('behrouz');
    await answered(house(), id, 'conflict');
    await answered(house(), id, 'conflict');
    expect((await row(house(), id)).staffReason).toBe('id-of-another-account');
    expect(await kinds(house())).toEqual(['reset-with-staff']);
    const event = 'authn_password_change_fail:reset-with-staff';
    expect(await house().manager.countBy(AuditEntry, { event })).toBe(1);
    expect(await house().used('behrouz')).toBe(2);
  });

  it('an answer about an account reaches the chat that waits for it, once', async () => {
    const order = { ticketId: 'a'.repeat(32), chatKey: behrouz.chatKey };
    for (const answer of ['changed', 'away'] as const) {
      await house().settle((settlement) => settlement.accountAnswered(order, answer));
    }
    const event = { kind: 'portal-account', ticketId: order.ticketId, account: 'changed' };
    expect(await house().told(behrouz)).toEqual([event]);
  });

  it('a recovery that nobody has heard of changes nothing', async () => {
    await answered(house(), 'f'.repeat(32), 'done');
    await house().settle((settlement) => settlement.outcomeAnswered('f'.repeat(32), 'done'));
    await house().settle((settlement) => settlement.sendRefused('f'.repeat(32), 1));
    expect(await house().jobs('send-notice')).toEqual([]);
  });
});

onBothDatabases('“this was not me”', (house) => {
  const report = (resetId: string, from = behrouz) =>
    house().reset((heart) => heart.reportNotMe(resetId, from));

  it('closes the way back at once, ends the open challenge and alerts staff', async () => {
    const id = await house().reserved('behrouz');
    await house().settleDone(id);
    const { challengeId } = await house().sent('behrouz', atBale);
    expect(await report(id)).toMatchObject({ kind: 'not-me-frozen' });
    const late = await house().confirm(challengeId, house().code(challengeId), atBale);
    expect(late.kind).toBe('challenge-over');
    expect(await identified(house())).toBe('locked-until-staff');
    const event = 'authn_login_lock:not-me';
    expect(await house().manager.countBy(AuditEntry, { event })).toBe(1);
    expect(await report(id)).toEqual({ kind: 'not-me-known' });
  });

  it('is not heard from a chat that is not known to be the member’s', async () => {
    const id = await house().reserved('behrouz');
    expect(await report(id, asker('kamran'))).toEqual({ kind: 'not-me-known' });
    expect(await report('f'.repeat(32))).toEqual({ kind: 'not-me-known' });
    await house().settleDone(id);
    expect(await identified(house())).toBe('asking-portal');
  });
});
