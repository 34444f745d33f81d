import { expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { person } from '../../playground/cast.js';
import { onBothDatabases } from '../support/both-databases.js';
import { day, hour, minute, second } from '../support/hand-clock.js';
import { asker, stranger, type ResetHarness } from '../support/reset-harness.js';
import type { Role } from '../support/seed-cast.js';

const behrouz = asker('behrouz');

const opens = async (harness: ResetHarness, role: Role, from = asker(role)) => {
  const ticket = await harness.ticket(role, from);
  const offered = { number: person(role).phone, source: 'typed' as const };
  return harness.reset((heart) => heart.open(ticket, 'changed', from, offered));
};
const resend = (harness: ResetHarness, challengeId: string) =>
  harness.reset((heart) => heart.resend(challengeId, behrouz));

onBothDatabases('sending the code again', (harness) => {
  it('waits sixty seconds, then a hundred and twenty, and then it is enough', async () => {
    const { challengeId, resendAt } = await harness().sent('behrouz', behrouz);
    const start = harness().clock.now().getTime();
    expect(resendAt).toBe(start + minute);
    harness().clock.pass(minute - 1);
    expect(await resend(harness(), challengeId)).toEqual({ kind: 'resend-too-early', resendAt });
    harness().clock.pass(1);
    const sentAgain = await resend(harness(), challengeId);
    expect(sentAgain).toMatchObject({ kind: 'code-sent-again', resendAt: start + 3 * minute });
    harness().clock.pass(2 * minute - 1);
    expect((await resend(harness(), challengeId)).kind).toBe('resend-too-early');
    harness().clock.pass(1);
    expect(await resend(harness(), challengeId)).toMatchObject({ kind: 'code-sent-again', resendAt: null });
    harness().clock.pass(minute);
    expect(await resend(harness(), challengeId)).toEqual({ kind: 'sends-used-up' });
  });

  it('carries the same code under a number of its own, and says how long it still lives', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    harness().clock.pass(90 * second);
    await resend(harness(), challengeId);
    const orders = await harness().jobs('sms-code');
    expect(orders.map(({ send, minutes }) => [send, minutes])).toEqual([
      [1, 5],
      [2, 3],
    ]);
    expect(new Set(orders.map(({ keyId, challengeId: id }) => `${keyId}${id}`)).size).toBe(1);
  });

  it('is over with the code’s life', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    harness().clock.pass(5 * minute);
    expect(await resend(harness(), challengeId)).toEqual({ kind: 'code-expired' });
  });
});

onBothDatabases('a send that every vendor has refused', (harness) => {
  const refused = (challengeId: string, send: number) =>
    harness().settle((results) => results.sendRefused(challengeId, send));

  it('counts no longer, is told once, and may be repeated at once', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    for (let told = 0; told < 5; told += 1) await refused(challengeId, 1);
    expect(await harness().told(behrouz)).toEqual([{ kind: 'sms-refused', challengeId }]);
    expect((await resend(harness(), challengeId)).kind).toBe('code-sent-again');
    const counted = async () => (await opens(harness(), 'behrouz')).kind;
    const rest = [await counted(), await counted(), await counted(), await counted(), await counted()];
    expect(rest).toEqual([...Array.from({ length: 4 }, () => 'code-sent'), 'too-many-sends']);
  });

  it('does not call the newer send back that is already on its way', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    harness().clock.pass(minute);
    await resend(harness(), challengeId);
    await refused(challengeId, 1);
    expect(await harness().told(behrouz)).toEqual([]);
    expect((await resend(harness(), challengeId)).kind).toBe('resend-too-early');
  });
});

onBothDatabases('sends have their limits', (harness) => {
  it('five a day for a member, over all chats and messengers', async () => {
    const chats = [1, 2, 3, 4, 5, 6].map((number) => stranger(number, number % 2 ? 'telegram' : 'bale'));
    const kinds = [];
    for (const chat of chats) kinds.push((await opens(harness(), 'behrouz', chat)).kind);
    expect(kinds).toEqual([...Array.from({ length: 5 }, () => 'code-sent'), 'too-many-sends']);
    expect(await opens(harness(), 'behrouz')).toMatchObject({ until: harness().clock.now().getTime() + day });
    harness().clock.pass(day - 1);
    expect((await opens(harness(), 'behrouz')).kind).toBe('too-many-sends');
    harness().clock.pass(1);
    expect((await opens(harness(), 'behrouz')).kind).toBe('code-sent');
  });

  it('five a day for a mobile, whoever it is said to be', async () => {
    const number = person('behrouz').phone;
    for (let sent = 0; sent < 5; sent += 1) await harness().sent('behrouz', stranger(sent));
    const ticket = await harness().ticket('sara', asker('sara'));
    const offered = { number, source: 'typed' as const };
    const refused = await harness().reset((heart) => heart.open(ticket, 'changed', asker('sara'), offered));
    expect(refused.kind).toBe('too-many-sends');
  });

  it('six an hour from a chat, whomever they are for', async () => {
    const chat = stranger(1);
    const roles: Role[] = ['sara', 'behrouz', 'iraj', 'farhad', 'sara', 'behrouz'];
    for (const role of roles) expect((await opens(harness(), role, chat)).kind).toBe('code-sent');
    expect((await opens(harness(), 'iraj', chat)).kind).toBe('too-many-sends');
    expect((await opens(harness(), 'iraj')).kind).toBe('code-sent');
    harness().clock.pass(hour);
    expect((await opens(harness(), 'iraj', chat)).kind).toBe('code-sent');
  });

  it('a refused send counts nowhere else', async () => {
    const chat = stranger(1);
    for (const role of ['sara', 'behrouz', 'iraj', 'farhad', 'sara', 'behrouz'] as const) {
      await opens(harness(), role, chat);
    }
    for (let tried = 0; tried < 9; tried += 1) await opens(harness(), 'farhad', chat);
    for (let sent = 0; sent < 4; sent += 1) {
      expect((await opens(harness(), 'farhad')).kind).toBe('code-sent');
    }
  });
});

onBothDatabases(
  'the budget of the whole bot',
  (harness) => {
    it('is spent by everybody together, and somebody is alerted', async () => {
      await opens(harness(), 'sara');
      await opens(harness(), 'behrouz');
      const refused = await opens(harness(), 'iraj');
      expect(refused).toMatchObject({
        kind: 'sms-budget-spent',
        until: harness().clock.now().getTime() + hour,
      });
      const event = 'excess_rate_limit_exceeded:sms-budget-spent';
      expect(await harness().manager.countBy(AuditEntry, { event })).toBe(1);
      harness().clock.pass(hour);
      expect((await opens(harness(), 'iraj')).kind).toBe('code-sent');
    });
  },
  { sendsPerHour: 2 },
);
