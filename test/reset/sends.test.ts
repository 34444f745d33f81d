import { expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { person } from '../../playground/cast.js';
import { onBothDatabases } from '../support/both-databases.js';
import { day, hour, minute, second } from '../support/hand-clock.js';
import { asker, stranger, type ResetHouse } from '../support/reset-harness.js';
import type { Role } from '../support/seed-cast.js';

const behrouz = asker('behrouz');

const opens = async (house: ResetHouse, role: Role, from = asker(role)) => {
  const ticket = await house.ticket(role, from);
  const offered = { number: person(role).phone, source: 'typed' as const };
  return house.reset((heart) => heart.open(ticket, 'changed', from, offered));
};
const resend = (house: ResetHouse, challengeId: string) =>
  house.reset((heart) => heart.resend(challengeId, behrouz));

onBothDatabases('sending the code again', (house) => {
  it('waits sixty seconds, then a hundred and twenty, and then it is enough', async () => {
    const { challengeId, resendAt } = await house().sent('behrouz', behrouz);
    const start = house().clock.now().getTime();
    expect(resendAt).toBe(start + minute);
    house().clock.pass(minute - 1);
    expect(await resend(house(), challengeId)).toEqual({ kind: 'resend-too-early', resendAt });
    house().clock.pass(1);
    const sentAgain = await resend(house(), challengeId);
    expect(sentAgain).toMatchObject({ kind: 'code-sent-again', resendAt: start + 3 * minute });
    house().clock.pass(2 * minute - 1);
    expect((await resend(house(), challengeId)).kind).toBe('resend-too-early');
    house().clock.pass(1);
    expect(await resend(house(), challengeId)).toMatchObject({ kind: 'code-sent-again', resendAt: null });
    house().clock.pass(minute);
    expect(await resend(house(), challengeId)).toEqual({ kind: 'sends-used-up' });
  });

  it('carries the same code under a number of its own, and says how long it still lives', async () => {
    const { challengeId } = await house().sent('behrouz', behrouz);
    house().clock.pass(90 * second);
    await resend(house(), challengeId);
    const orders = await house().jobs('send-code');
    expect(orders.map(({ send, minutes }) => [send, minutes])).toEqual([
      [1, 5],
      [2, 3],
    ]);
    expect(new Set(orders.map(({ keyId, challengeId: id }) => `${keyId}${id}`)).size).toBe(1);
  });

  it('is over with the code’s life', async () => {
    const { challengeId } = await house().sent('behrouz', behrouz);
    house().clock.pass(5 * minute);
    expect(await resend(house(), challengeId)).toEqual({ kind: 'code-expired' });
  });
});

onBothDatabases('a send that every vendor has refused', (house) => {
  const refused = (challengeId: string, send: number) =>
    house().settle((settlement) => settlement.sendRefused(challengeId, send));

  it('counts no longer, is told once, and may be repeated at once', async () => {
    const { challengeId } = await house().sent('behrouz', behrouz);
    for (let told = 0; told < 5; told += 1) await refused(challengeId, 1);
    expect(await house().told(behrouz)).toEqual([{ kind: 'sms-refused', challengeId }]);
    expect((await resend(house(), challengeId)).kind).toBe('code-sent-again');
    const counted = async () => (await opens(house(), 'behrouz')).kind;
    const rest = [await counted(), await counted(), await counted(), await counted(), await counted()];
    expect(rest).toEqual([...Array.from({ length: 4 }, () => 'code-sent'), 'too-many-sends']);
  });

  it('does not call the newer send back that is already on its way', async () => {
    const { challengeId } = await house().sent('behrouz', behrouz);
    house().clock.pass(minute);
    await resend(house(), challengeId);
    await refused(challengeId, 1);
    expect(await house().told(behrouz)).toEqual([]);
    expect((await resend(house(), challengeId)).kind).toBe('resend-too-early');
  });
});

onBothDatabases('sends have their limits', (house) => {
  it('five a day for a member, over all chats and messengers', async () => {
    const chats = [1, 2, 3, 4, 5, 6].map((number) => stranger(number, number % 2 ? 'telegram' : 'bale'));
    const kinds = [];
    for (const chat of chats) kinds.push((await opens(house(), 'behrouz', chat)).kind);
    expect(kinds).toEqual([...Array.from({ length: 5 }, () => 'code-sent'), 'too-many-sends']);
    expect(await opens(house(), 'behrouz')).toMatchObject({ until: house().clock.now().getTime() + day });
    house().clock.pass(day - 1);
    expect((await opens(house(), 'behrouz')).kind).toBe('too-many-sends');
    house().clock.pass(1);
    expect((await opens(house(), 'behrouz')).kind).toBe('code-sent');
  });

  it('five a day for a mobile, whoever it is said to be', async () => {
    const number = person('behrouz').phone;
    for (let sent = 0; sent < 5; sent += 1) await house().sent('behrouz', stranger(sent));
    const ticket = await house().ticket('sara', asker('sara'));
    const offered = { number, source: 'typed' as const };
    const refused = await house().reset((heart) => heart.open(ticket, 'changed', asker('sara'), offered));
    expect(refused.kind).toBe('too-many-sends');
  });

  it('six an hour from a chat, whomever they are for', async () => {
    const chat = stranger(1);
    const roles: Role[] = ['sara', 'behrouz', 'iraj', 'farhad', 'sara', 'behrouz'];
    for (const role of roles) expect((await opens(house(), role, chat)).kind).toBe('code-sent');
    expect((await opens(house(), 'iraj', chat)).kind).toBe('too-many-sends');
    expect((await opens(house(), 'iraj')).kind).toBe('code-sent');
    house().clock.pass(hour);
    expect((await opens(house(), 'iraj', chat)).kind).toBe('code-sent');
  });

  it('a refused send counts nowhere else', async () => {
    const chat = stranger(1);
    for (const role of ['sara', 'behrouz', 'iraj', 'farhad', 'sara', 'behrouz'] as const) {
      await opens(house(), role, chat);
    }
    for (let tried = 0; tried < 9; tried += 1) await opens(house(), 'farhad', chat);
    for (let sent = 0; sent < 4; sent += 1) {
      expect((await opens(house(), 'farhad')).kind).toBe('code-sent');
    }
  });
});

onBothDatabases(
  'the budget of the whole bot',
  (house) => {
    it('is spent by everybody together, and somebody is alerted', async () => {
      await opens(house(), 'sara');
      await opens(house(), 'behrouz');
      const refused = await opens(house(), 'iraj');
      expect(refused).toMatchObject({
        kind: 'sms-budget-spent',
        until: house().clock.now().getTime() + hour,
      });
      const event = 'excess_rate_limit_exceeded:sms-budget-spent';
      expect(await house().manager.countBy(AuditEntry, { event })).toBe(1);
      house().clock.pass(hour);
      expect((await opens(house(), 'iraj')).kind).toBe('code-sent');
    });
  },
  { sendsPerHour: 2 },
);
