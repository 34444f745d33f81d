import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Challenge } from '../../entities/challenge.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { emptyTables, onBothDatabases } from '../support/both-databases.js';
import { minute, second } from '../support/hand-clock.js';
import { another, asker, openResetHarness, stranger, type ResetHarness } from '../support/reset-harness.js';
import type { Role } from '../support/seed-cast.js';
import type { Ticket } from '../../src/reset/outcomes.js';

const chats = [asker('farhad'), asker('farhad', 'bale'), stranger(1)];
const roles: Role[] = ['farhad', 'iraj'];
const acts = [
  'identify',
  'open',
  'right-code',
  'right-code',
  'wrong-code',
  'foreign-code',
  'resend',
  'portal-done',
  'portal-missing',
  'portal-unknown',
  'ask-again',
  'never-arrived',
  'sms-refused',
  'expire',
  'wait',
] as const;

const step = fc.record({
  act: fc.constantFrom(...acts),
  chat: fc.nat(chats.length - 1),
  role: fc.constantFrom(...roles),
  pick: fc.nat(5),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** What has happened so far, as the people outside remember it. */
interface Memory {
  tickets: Ticket[];
  challenges: { id: string; code: string }[];
  rightCodes: number;
}

/** The one of them that the number picks; null when there is none. */
const picked = <T>(list: T[], pick: number): T | null => list[list.length - 1 - (pick % list.length)] ?? null;

async function take(harness: ResetHarness, memory: Memory, { act, chat, role, pick }: Step): Promise<void> {
  const from = chats[chat]!;
  const ticket = picked(memory.tickets, pick);
  const challenge = picked(memory.challenges, pick);
  const resets = await harness.manager.find(PasswordReset, { order: { reservedAt: 'ASC' } });
  const reset = picked(resets, pick);

  if (act === 'identify') {
    const identified = await harness.identifies(role, from);
    if (identified.kind === 'asking-portal') memory.tickets.push(identified.ticket);
  }
  if (act === 'open' && ticket) {
    const offered = { number: '09120000008', source: 'contact' as const };
    const opened = await harness.reset((heart) => heart.open(ticket, 'changed', from, offered));
    if (opened.kind === 'code-sent') {
      memory.challenges.push({ id: opened.challengeId, code: harness.code(opened.challengeId) });
    }
  }
  if (act === 'right-code' && challenge) {
    const { kind } = await harness.confirm(challenge.id, challenge.code, from);
    if (kind === 'code-right') memory.rightCodes += 1;
  }
  if (act === 'wrong-code' && challenge) {
    expect((await harness.confirm(challenge.id, another(challenge.code), from)).kind).not.toBe('code-right');
  }
  if (act === 'foreign-code' && challenge) {
    const other = memory.challenges.find(({ code }) => code !== challenge.code);
    const code = other?.code ?? another(challenge.code);
    expect((await harness.confirm(challenge.id, code, from)).kind).not.toBe('code-right');
  }
  if (act === 'resend' && challenge) await harness.reset((heart) => heart.resend(challenge.id, from));
  if (act === 'wait') harness.clock.pass([second, minute, 2 * minute, 5 * minute, 20 * minute][pick % 5]!);
  await harness.settle(async (results) => {
    if (act === 'portal-done' && reset) await results.resetAnswered(reset.id, 'done');
    if (act === 'portal-missing' && reset) await results.resetAnswered(reset.id, 'missing');
    if (act === 'portal-unknown' && reset) await results.resetAnswered(reset.id, 'unknown');
    if (act === 'never-arrived' && reset) await results.outcomeAnswered(reset.id, 'never-arrived');
    if (act === 'ask-again') await results.askAgain();
    if (act === 'sms-refused' && challenge) await results.sendRefused(challenge.id, 1 + (pick % 3));
    if (act === 'expire') await results.expireChallenges();
  });
}

const usedBefore: Partial<Record<Role, number>> = { farhad: 4, iraj: 0 };

/** What must hold after every step, whatever has happened. */
async function check(harness: ResetHarness, { rightCodes }: Memory): Promise<void> {
  expect(await harness.manager.count(PasswordReset)).toBe(rightCodes);
  for (const role of roles) {
    const memberId = harness.ids[role];
    const resets = await harness.manager.findBy(PasswordReset, { memberId });
    const taken = resets.filter(({ state }) => state !== 'given-back').length;
    expect(await harness.used(role)).toBe((usedBefore[role] ?? 0) + taken);
    expect(await harness.used(role)).toBeLessThanOrEqual(5);
    expect(resets.filter(({ state }) => state === 'reserved' || state === 'unknown').length).toBeLessThan(2);
    const open = await harness.manager.findBy(Challenge, { memberId, state: 'open' });
    expect(open.length).toBeLessThan(2);
    expect(open.every(({ openMemberId }) => openMemberId === memberId)).toBe(true);
  }
}

onBothDatabases('whatever order things happen in', (harness) => {
  it('nobody gets back without a right code, and no recovery is lost or taken twice', async () => {
    const { db } = harness();
    const numRuns = db.url.startsWith('sqlite') ? 60 : 6;
    const whole = fc.array(step, { minLength: 20, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(whole, async (steps) => {
        await emptyTables(db);
        const fresh = await openResetHarness(db);
        const memory: Memory = { tickets: [], challenges: [], rightCodes: 0 };
        for (const one of steps) {
          await take(fresh, memory, one);
          await check(fresh, memory);
        }
      }),
      { numRuns },
    );
  });
});
