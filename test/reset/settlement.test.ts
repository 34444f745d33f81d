import { expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { onBothDatabases } from '../support/both-databases.js';
import { minute } from '../support/hand-clock.js';
import { asker } from '../support/reset-harness.js';
import { answered, identified, kinds, row } from './portal-answered.js';

const behrouz = asker('behrouz');
const atBale = asker('behrouz', 'bale');

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
