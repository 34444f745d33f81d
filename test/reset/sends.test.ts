import { expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { Member } from '../../entities/member.js';
import { person } from '../../playground/cast.js';
import type { Asker } from '../../src/chats/address.js';
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

/** Somebody’s code is over before they are asked for again. */
const twice: readonly Role[] = ['sara', 'behrouz', 'iraj', 'farhad', 'sara', 'behrouz'];

onBothDatabases('sends have their limits', (harness) => {
  it('five a day for a member, over all chats and messengers', async () => {
    const chats = [1, 2, 3, 4, 5, 6].map((number) => stranger(number, number % 2 ? 'telegram' : 'bale'));
    const until = harness().clock.now().getTime() + day;
    const kinds = [];
    for (const chat of chats) {
      kinds.push((await opens(harness(), 'behrouz', chat)).kind);
      harness().clock.pass(2 * minute);
    }
    expect(kinds).toEqual([...Array.from({ length: 5 }, () => 'code-sent'), 'too-many-sends']);
    expect(await opens(harness(), 'behrouz')).toMatchObject({ kind: 'too-many-sends', until });
    harness().clock.pass(day - 6 * 2 * minute - 1);
    expect((await opens(harness(), 'behrouz')).kind).toBe('too-many-sends');
    harness().clock.pass(1);
    expect((await opens(harness(), 'behrouz')).kind).toBe('code-sent');
  });

  it('three a day for a number that is only offered, and its owner’s stay full', async () => {
    const offered = { number: person('behrouz').phone, source: 'typed' as const };
    const offers = async (from: Asker) => {
      const ticket = await harness().ticket('sara', from);
      harness().clock.pass(2 * minute);
      return (await harness().reset((heart) => heart.open(ticket, 'changed', from, offered))).kind;
    };
    for (let sent = 0; sent < 3; sent += 1) expect(await offers(stranger(sent))).toBe('code-sent');
    expect(await offers(stranger(3))).toBe('too-many-sends');
    const owners = [];
    for (let sent = 0; sent < 5; sent += 1) {
      owners.push((await opens(harness(), 'behrouz', stranger(10 + sent))).kind);
      harness().clock.pass(2 * minute);
    }
    expect(owners).toEqual(Array.from({ length: 5 }, () => 'code-sent'));
  });

  it('wait sixty seconds, then a hundred and twenty, over all challenges and chats of a member', async () => {
    expect((await opens(harness(), 'behrouz', stranger(1))).kind).toBe('code-sent');
    const until = harness().clock.now().getTime() + minute;
    expect(await opens(harness(), 'behrouz', stranger(2))).toMatchObject({ kind: 'send-too-soon', until });
    harness().clock.pass(minute - 1);
    expect((await opens(harness(), 'behrouz', stranger(2))).kind).toBe('send-too-soon');
    harness().clock.pass(1);
    const later = harness().clock.now().getTime() + 2 * minute;
    expect(await opens(harness(), 'behrouz', stranger(2))).toMatchObject({
      kind: 'code-sent',
      resendAt: later,
    });
    harness().clock.pass(2 * minute - 1);
    expect((await opens(harness(), 'behrouz', stranger(3))).kind).toBe('send-too-soon');
    harness().clock.pass(1);
    expect((await opens(harness(), 'behrouz', stranger(3))).kind).toBe('code-sent');
    expect(await harness().jobs('sms-code')).toHaveLength(1);
  });

  it('wait for a number too, whoever it is offered for', async () => {
    const offered = { number: '09120000077', source: 'typed' as const };
    const offers = async (role: Role) => {
      const ticket = await harness().ticket(role, asker(role));
      return (await harness().reset((heart) => heart.open(ticket, 'changed', asker(role), offered))).kind;
    };
    await harness().manager.update(
      Member,
      { id: harness().ids.behrouz },
      { mobile: null, mobileIndex: null },
    );
    expect(await offers('sara')).toBe('code-sent');
    const ticket = await harness().ticket('behrouz', behrouz);
    const second = await harness().reset((heart) => heart.open(ticket, 'changed', behrouz, offered));
    expect(second.kind).toBe('send-too-soon');
  });

  it('six an hour from a chat, whomever they are for', async () => {
    const chat = stranger(1);
    for (const role of twice) {
      expect((await opens(harness(), role, chat)).kind).toBe('code-sent');
      harness().clock.pass(2 * minute);
    }
    expect((await opens(harness(), 'iraj', chat)).kind).toBe('too-many-sends');
    expect((await opens(harness(), 'iraj')).kind).toBe('code-sent');
    harness().clock.pass(hour);
    expect((await opens(harness(), 'iraj', chat)).kind).toBe('code-sent');
  });

  it('a refused send counts nowhere else', async () => {
    const chat = stranger(1);
    for (const role of twice) {
      await opens(harness(), role, chat);
      harness().clock.pass(2 * minute);
    }
    for (let tried = 0; tried < 9; tried += 1) await opens(harness(), 'farhad', chat);
    for (let sent = 0; sent < 4; sent += 1) {
      harness().clock.pass(6 * minute);
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

onBothDatabases(
  'a third of the budget of the whole bot',
  (harness) => {
    it('is kept for members who have recovered before', async () => {
      await harness().settleDone(await harness().reserved('behrouz', asker('behrouz')));
      harness().clock.pass(minute);
      expect((await opens(harness(), 'iraj')).kind).toBe('code-sent');
      expect((await opens(harness(), 'farhad')).kind).toBe('sms-budget-spent');
      expect((await opens(harness(), 'behrouz')).kind).toBe('code-sent');
    });
  },
  { sendsPerHour: 3 },
);
