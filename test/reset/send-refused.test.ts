import { expect, it } from 'vitest';
import { Member } from '../../entities/member.js';
import { person } from '../../playground/cast.js';
import { onBothDatabases } from '../support/both-databases.js';
import { hour, minute } from '../support/hand-clock.js';
import { asker, stranger, type ResetHarness } from '../support/reset-harness.js';
import type { Role } from '../support/seed-cast.js';
import { begins, behind, scarce } from './in-the-dark.js';
import { trail } from './trail.js';

const behrouz = asker('behrouz');

const opens = async (harness: ResetHarness, role: Role, from = asker(role)) => {
  const ticket = await harness.ticket(role, from);
  const offered = { number: person(role).phone, source: 'typed' as const };
  return harness.reset((heart) => heart.open(ticket, 'changed', from, offered));
};

onBothDatabases('a send that every vendor has refused', (harness) => {
  const refused = (challengeId: string, send: number) =>
    harness().settle((results) => results.sendRefused(challengeId, send));

  const resends = async (challengeId: string, role: Role, from = asker(role)) =>
    (await harness().reset((heart) => heart.resend(challengeId, from))).kind;
  /** What became of one send, and of whose: each has a day of their own. */
  const refusedOrSent = [
    ['refused', 'behrouz'],
    ['sent', 'farhad'],
  ] as const;

  it('counts no longer, is told once, and may be repeated at once', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    for (let told = 0; told < 5; told += 1) await refused(challengeId, 1);
    expect(await harness().told(behrouz)).toEqual([{ kind: 'sms-refused', challengeId }]);
    expect(await resends(challengeId, 'behrouz')).toBe('code-sent-again');
    const rest = [];
    for (let more = 0; more < 5; more += 1) {
      harness().clock.pass(2 * minute);
      rest.push((await opens(harness(), 'behrouz', stranger(more))).kind);
    }
    expect(rest).toEqual([...Array.from({ length: 4 }, () => 'code-sent'), 'too-many-sends']);
  });

  it('is repeated with the pause of a second send after it, and says so', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    await refused(challengeId, 1);
    const again = await harness().reset((heart) => heart.resend(challengeId, behrouz));
    expect(again).toMatchObject({ resendAt: harness().clock.now().getTime() + 2 * minute });
    harness().clock.pass(2 * minute);
    expect(await resends(challengeId, 'behrouz')).toBe('code-sent-again');
  });

  it('leaves room for a new code at once where it was the last of its challenge, and not where that one went out', async () => {
    for (const [last, role] of refusedOrSent) {
      const { challengeId } = await harness().sent(role, asker(role));
      for (const send of [1, 2]) {
        await refused(challengeId, send);
        expect(await resends(challengeId, role)).toBe('code-sent-again');
      }
      if (last === 'refused') await refused(challengeId, 3);
      expect(await opens(harness(), role, asker(role))).toMatchObject({
        kind: 'code-sent',
        again: last === 'sent',
      });
    }
  });

  it('leaves room for a new code at once where it was the last that its request may have, though others went out', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    for (const pause of [minute, 2 * minute]) {
      harness().clock.pass(pause);
      expect(await resends(challengeId, 'behrouz')).toBe('code-sent-again');
    }
    await refused(challengeId, 3);
    expect(await opens(harness(), 'behrouz')).toMatchObject({ kind: 'code-sent', again: false });
  });

  it('was no code to go on with, unless one of the same request went out', async () => {
    for (const [first, role] of refusedOrSent) {
      const { challengeId } = await harness().sent(role, asker(role));
      if (first === 'refused') await refused(challengeId, 1);
      harness().clock.pass(minute);
      expect(await resends(challengeId, role)).toBe('code-sent-again');
      await refused(challengeId, 2);
      expect(await opens(harness(), role, asker(role))).toMatchObject({
        kind: 'code-sent',
        again: first === 'sent',
      });
    }
  });

  it('counts no longer against a first number, nor against its chat, however often it happens', async () => {
    for (let tried = 0; tried < 7; tried += 1) {
      const opened = await opens(harness(), 'sara');
      if (opened.kind !== 'code-sent') throw new Error(opened.kind);
      await refused(opened.challengeId, 1);
    }
  });

  it('is written down where the member is gone meanwhile', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    const memberId = harness().ids.behrouz;
    await harness().manager.delete(Member, { id: memberId });
    await refused(challengeId, 1);
    expect(await trail(harness(), 'sms-refused')).toEqual([
      ['system', memberId, { challenge: challengeId, send: 1 }, null],
    ]);
  });

  it('does not call the newer send back that is already on its way', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    harness().clock.pass(minute);
    await resends(challengeId, 'behrouz');
    await refused(challengeId, 1);
    expect(await harness().told(behrouz)).toEqual([]);
    expect(await resends(challengeId, 'behrouz')).toBe('resend-too-early');
  });
});

onBothDatabases(
  'a send that every vendor has refused, around the end of its chat’s hour,',
  (harness) => {
    const chat = stranger(1);

    /** One is sent in the last minute of the chat's hour, which the chat has begun before, and again in its next hour. */
    async function aroundTheHour(): Promise<string> {
      await opens(harness(), 'iraj', chat);
      harness().clock.pass(hour - minute);
      const { challengeId } = await harness().sent('behrouz', chat);
      harness().clock.pass(minute);
      const { kind } = await harness().reset((heart) => heart.resend(challengeId, chat));
      expect(kind).toBe('code-sent-again');
      return challengeId;
    }

    it.each<[string, number, string]>([
      ['first leaves what the next hour has counted', 1, 'too-many-sends'],
      ['second is given back to the hour it was counted in', 2, 'code-sent'],
    ])('the %s', async (_, send, second) => {
      const challengeId = await aroundTheHour();
      await harness().settle((results) => results.sendRefused(challengeId, send));
      expect((await opens(harness(), 'farhad', chat)).kind).toBe('code-sent');
      expect((await opens(harness(), 'sara', chat)).kind).toBe(second);
    });
  },
  { sendsPerChatAndHour: 2 },
);

onBothDatabases(
  'a chat that is not told whether a code was sent',
  (harness) => {
    it('has asked for it as often, whatever became of the SMS', async () => {
      const from = stranger(50);
      const { challengeId } = await begins(harness(), from);
      await behind(harness());
      await harness().settle((results) => results.sendRefused(challengeId, 1));
      expect((await opens(harness(), 'iraj', from)).kind).toBe('too-many-sends');
    });
  },
  { ...scarce, sendsPerChatAndHour: 1 },
);
