import { expect, it } from 'vitest';
import { BoundChat } from '../../entities/bound-chat.js';
import { Member } from '../../entities/member.js';
import type { ResetDeps } from '../../src/reset/deps.js';
import { takeSend } from '../../src/reset/sends.js';
import { person } from '../../playground/cast.js';
import { onBothDatabases } from '../support/both-databases.js';
import { hour, minute } from '../support/hand-clock.js';
import { asker } from '../support/reset-harness.js';
import { trailWithoutReference as trail } from './trail.js';

const behrouz = asker('behrouz');
const mobile = person('behrouz').phone;
const lost = { delivery: 'undelivered', through: 'kavenegar', others: true, last: true } as const;

const reference = expect.any(String) as string;

onBothDatabases('a code that was lost on its way', (harness) => {
  const happens = (challengeId: string, how = {}) =>
    harness().settle((results) => results.sendNotDelivered({ challengeId, ...lost, ...how }));
  const sends = async () => (await harness().jobs('sms-code')).length;

  it.each<[string, Partial<Member>]>([
    ['closed', { closedFor: 'staff-block' }],
    ['locked', { lockedUntil: new Date('2100-01-01T00:00:00Z') }],
  ])('goes no other way where the way back is %s', async (_, change) => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    await harness().manager.update(Member, { id: harness().ids.behrouz }, change);
    await happens(challengeId);
    expect(await sends()).toBe(1);
  });

  it('goes another way up to its last minute, and to a number that is only offered', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    harness().clock.pass(4 * minute);
    await happens(challengeId);
    expect(await sends()).toBe(2);
    const detail = { challenge: challengeId, provider: 'kavenegar', delivery: 'undelivered' };
    expect(await trail(harness(), 'code-sent-another-way')).toEqual([
      ['system', harness().ids.behrouz, detail],
    ]);
    const first = { number: person('sara').phone, source: 'typed' as const };
    const offered = await harness().sent('sara', asker('sara'), first);
    await happens(offered.challengeId);
    expect(await sends()).toBe(4);
  });

  it('is told with the reference of its line, once for each send', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    await happens(challengeId, { others: false });
    const told = await harness().told(behrouz);
    expect(told).toEqual([
      { kind: 'sms-undelivered', challengeId, mobile: '0912•••••02', delivery: 'undelivered', reference },
    ]);
    harness().clock.pass(hour);
    await happens(challengeId, { others: false });
    expect(await harness().told(behrouz)).toEqual(told);
  });

  it('that every vendor has refused is in the trail with its request and its send', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    await harness().settle((results) => results.sendRefused(challengeId, 1));
    await harness().settle((results) => results.sendRefused('f'.repeat(32), 1));
    expect(await trail(harness(), 'sms-refused')).toEqual([
      ['system', harness().ids.behrouz, { challenge: challengeId, send: 1 }],
    ]);
  });
});

onBothDatabases(
  'the budget of an hour',
  (harness) => {
    it('is told of to staff once it is spent, with what is kept for those who have recovered before', async () => {
      const raised: unknown[] = [];
      const alerts = { raise: (alert: unknown) => Promise.resolve(raised.push(alert) > 0) };
      const take = (memberId: number, chatKey: string, to = mobile) =>
        harness().db.inTransaction((tx) => {
          const { resetDeps } = harness().services(tx);
          const deps = Object.create(resetDeps, { alerts: { value: alerts } }) as ResetDeps;
          const send = { memberId, chatKey, mobile: to, offered: true, purse: 'others' as const };
          return takeSend(deps, send);
        });
      const until = harness().clock.now().getTime() + hour;
      const { ids } = harness();
      expect((await take(ids.sara, 'telegram:1:1')).kind).toBe('taken');
      expect(await take(ids.mahin, 'telegram:1:2')).toMatchObject({ kind: 'send-too-soon' });
      harness().clock.pass(10 * minute);
      expect((await take(ids.mahin, 'telegram:1:2')).kind).toBe('taken');
      harness().clock.pass(10 * minute);
      expect(await take(ids.iraj, 'telegram:1:3')).toEqual({ kind: 'sms-budget-spent', reference, until });
      expect(raised).toEqual([{ cause: 'sms-budget-spent', facts: { until, reserve: 'left' } }]);
      expect((await trail(harness(), 'send-too-soon')).map(([, , detail]) => detail)).toEqual([
        { cap: 'pause' },
      ]);
      expect(await trail(harness(), 'sms-budget-spent')).toEqual([
        ['chat:telegram:1:3', ids.iraj, { cap: 'hour' }],
      ]);
      const bound = { memberId: ids.iraj, chatKey: 'telegram:1:3', boundAt: harness().clock.now() };
      await harness().manager.insert(BoundChat, bound);
      expect((await take(ids.iraj, 'telegram:1:3')).kind).toBe('taken');
      harness().clock.pass(10 * minute);
      expect((await take(ids.iraj, 'telegram:1:3', '09120000003')).kind).toBe('sms-budget-spent');
      expect(raised.at(-1)).toEqual({ cause: 'sms-budget-spent', facts: { until, reserve: 'spent' } });
    });
  },
  { sendsPerHour: 3 },
);
