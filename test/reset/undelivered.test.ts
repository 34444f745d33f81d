import { expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { Member } from '../../entities/member.js';
import { auditEvent, type AuditReason } from '../../src/audit/vocabulary.js';
import type { Undelivered } from '../../src/reset/service.js';
import { onBothDatabases } from '../support/both-databases.js';
import { minute } from '../support/hand-clock.js';
import { asker, type ResetHarness } from '../support/reset-harness.js';

const behrouz = asker('behrouz');
const lost = { delivery: 'undelivered', through: 'kavenegar', others: true, last: true } as const;

const happens = (harness: ResetHarness, challengeId: string, how: Partial<Undelivered> = {}) =>
  harness.settle((results) => results.sendNotDelivered({ challengeId, ...lost, ...how }));
const kinds = async (harness: ResetHarness) => (await harness.told(behrouz)).map(({ kind }) => kind);
const trail = (harness: ResetHarness, reason: AuditReason) =>
  harness.manager.findBy(AuditEntry, { event: auditEvent(reason) });

onBothDatabases('a code that has not reached its phone', (harness) => {
  it('goes out once more by another provider, the same code, counted as a send', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    harness().clock.pass(minute);
    await happens(harness(), challengeId);
    const [first, second] = await harness().jobs('sms-code');
    expect(second).toEqual({ ...first, send: 2, minutes: 4, without: 'kavenegar' });
    expect(await kinds(harness())).toEqual(['sms-another-way']);
    expect(await trail(harness(), 'code-sent-another-way')).toHaveLength(1);
    const again = await harness().reset((heart) => heart.resend(challengeId, behrouz));
    expect(again.kind).toBe('resend-too-early');
  });

  it('goes another way once, and after that the member hears what to do', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    await happens(harness(), challengeId);
    await happens(harness(), challengeId, { through: 'smsir' });
    expect(await harness().jobs('sms-code')).toHaveLength(2);
    expect(await kinds(harness())).toEqual(['sms-another-way', 'sms-undelivered']);
    const [, told] = await harness().told(behrouz);
    const [, line] = await trail(harness(), 'sms-undelivered');
    expect(told).toMatchObject({
      mobile: '0912•••••02',
      delivery: 'undelivered',
      reference: line?.reference,
    });
    expect(JSON.parse(line?.detail ?? '')).toEqual({
      ...{ challenge: challengeId, provider: 'smsir', delivery: 'undelivered' },
    });
  });

  it.each<[string, Partial<Undelivered>]>([
    ['where there is no other provider', { others: false }],
    ['where the number takes no such messages', { delivery: 'blacklisted' }],
  ])('does not go another way %s', async (_, how) => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    await happens(harness(), challengeId, how);
    expect(await harness().jobs('sms-code')).toHaveLength(1);
    expect(await kinds(harness())).toEqual(['sms-undelivered']);
  });

  it('does not go another way beyond the limits of sending', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    for (const pause of [minute, 2 * minute]) {
      harness().clock.pass(pause);
      await harness().reset((heart) => heart.resend(challengeId, behrouz));
    }
    await happens(harness(), challengeId);
    expect(await harness().jobs('sms-code')).toHaveLength(3);
    expect(await kinds(harness())).toEqual(['sms-undelivered']);
  });

  it('is told of each time that a send of it is lost, and went another way once for each request', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    await happens(harness(), challengeId, { others: false });
    harness().clock.pass(minute);
    await harness().reset((heart) => heart.resend(challengeId, behrouz));
    await happens(harness(), challengeId, { others: false });
    await happens(harness(), challengeId);
    const other = await harness().sent('iraj', behrouz);
    await happens(harness(), other.challengeId);
    expect(await kinds(harness())).toEqual([
      ...['sms-undelivered', 'sms-undelivered', 'sms-another-way', 'sms-another-way'],
    ]);
  });

  it('does not go another way to a number that is not the member’s any more', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    await harness().moved('behrouz', '09350000077');
    await happens(harness(), challengeId);
    expect(await harness().jobs('sms-code')).toHaveLength(1);
  });

  it('does not go another way in the last minute of its life', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    harness().clock.pass(4 * minute + 1);
    await happens(harness(), challengeId);
    expect(await harness().jobs('sms-code')).toHaveLength(1);
    expect(await kinds(harness())).toEqual(['sms-undelivered']);
  });

  it('is only written into the trail when a later message is on its way, or the request is over', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    await happens(harness(), challengeId, { last: false });
    await harness().reset((heart) => heart.reportNumber(challengeId, behrouz));
    await happens(harness(), challengeId);
    expect(await kinds(harness())).toEqual([]);
    expect(await trail(harness(), 'sms-undelivered')).toHaveLength(2);
  });

  it('of which nobody knows, or whose member is gone, is passed over', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    await harness().manager.delete(Member, { id: harness().ids.behrouz });
    for (const id of [challengeId, 'f'.repeat(32)]) await happens(harness(), id);
    expect(await trail(harness(), 'sms-undelivered')).toEqual([]);
  });
});

onBothDatabases(
  'a code that was lost when the budget of the hour was spent',
  (harness) => {
    it('does not go another way: the member hears what to do, and the trail says why', async () => {
      const { challengeId } = await harness().sent('behrouz', behrouz);
      await happens(harness(), challengeId);
      expect(await harness().jobs('sms-code')).toHaveLength(1);
      expect(await kinds(harness())).toEqual(['sms-undelivered']);
      const lines = await trail(harness(), 'sms-budget-spent');
      expect(lines).toMatchObject([{ actor: `chat:${behrouz.chatKey}`, memberId: harness().ids.behrouz }]);
    });
  },
  { sendsPerHour: 1 },
);
