import { expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { Challenge } from '../../entities/challenge.js';
import { Member } from '../../entities/member.js';
import type { Asker } from '../../src/chats/address.js';
import type { BlindChallenge } from '../../src/reset/outcomes.js';
import type { AccountAnswer, BlindMissOrder, BlindOrder } from '../../src/reset/ports.js';
import { makeStaffOverride } from '../../src/reset/staff-override.js';
import { onBothDatabases } from '../support/both-databases.js';
import { day, minute } from '../support/hand-clock.js';
import { another, asker, pairOf, stranger, type ResetHarness } from '../support/reset-harness.js';

const behrouz = asker('behrouz');
const right = pairOf('behrouz');

/** Forty who know the insured code, and no more. */
async function burnt(harness: ResetHarness): Promise<void> {
  for (let chat = 0; chat < 40; chat += 1)
    await harness.identifies({ ...right, nationalId: '0010000062' }, stranger(chat));
}

async function begins(harness: ResetHarness, from: Asker, pair = right): Promise<BlindChallenge> {
  const begun = await harness.identifies(pair, from);
  if (begun.kind !== 'code-perhaps-sent') throw new Error(`heard ${begun.kind}`);
  return begun;
}

/** What stands behind the answers, each once. */
async function behind(harness: ResetHarness, account: AccountAnswer = 'changed'): Promise<void> {
  for (const order of await harness.jobs<BlindOrder>('blind-code'))
    if (order.insuredCode !== null) await harness.settle((results) => results.blindAnswered(order, account));
  for (const order of await harness.jobs<BlindMissOrder>('blind-miss'))
    await harness.settle((results) => results.blindMissed(order));
  await harness.manager.query("DELETE FROM outbox WHERE kind LIKE 'blind-%'");
}

const codesSent = async (harness: ResetHarness): Promise<number> => (await harness.jobs('sms-code')).length;

onBothDatabases('a member whose code forty strangers have burnt', (harness) => {
  it('gets in by the code to the number on record', async () => {
    await burnt(harness());
    const { challengeId } = await begins(harness(), behrouz);
    await behind(harness());
    const { kind } = await harness().confirm(challengeId, harness().code(challengeId), behrouz);
    expect(kind).toBe('code-right');
    expect(await harness().jobs('portal-reset')).toHaveLength(1);
  });

  it('recovers as usual in a chat of their own meanwhile', async () => {
    await harness().settleDone(await harness().reserved('behrouz'));
    await burnt(harness());
    harness().clock.pass(2 * minute);
    await begins(harness(), stranger(50));
    await behind(harness());
    expect((await harness().sent('behrouz', behrouz)).again).toBe(false);
  });

  it('goes on with the code that came before, in the chat that was told of it', async () => {
    const before = await harness().sent('behrouz', behrouz);
    await burnt(harness());
    expect(await harness().identifies(right, behrouz)).toMatchObject({
      ...{ kind: 'code-sent', challengeId: before.challengeId, again: true },
    });
  });

  it('goes on with the same code after cancelling, and begins anew with none', async () => {
    await burnt(harness());
    const first = await begins(harness(), behrouz);
    await behind(harness());
    expect((await begins(harness(), behrouz)).challengeId).toBe(first.challengeId);
    expect(await harness().reset((heart) => heart.findOpenChallenge(behrouz))).toMatchObject({
      ...{ kind: 'code-perhaps-sent', challengeId: first.challengeId },
    });
    await behind(harness());
    expect(await codesSent(harness())).toBe(1);
  });

  it('gets the code by asking again where the pause was in its way, and reads of no pause', async () => {
    await burnt(harness());
    await begins(harness(), stranger(50));
    await behind(harness());
    const { challengeId } = await begins(harness(), behrouz);
    await behind(harness());
    expect(await codesSent(harness())).toBe(1);
    harness().clock.pass(minute);
    await harness().reset((heart) => heart.resend(challengeId, behrouz));
    await behind(harness());
    expect((await harness().confirm(challengeId, harness().code(challengeId), behrouz)).kind).toBe(
      'code-right',
    );
  });

  it('is told as usual again once staff have unlocked the account', async () => {
    await burnt(harness());
    await harness().db.inTransaction(async (tx) => {
      const { members, resetDeps } = harness().services(tx);
      await makeStaffOverride(resetDeps).unlock((await members.lockForUpdate(harness().ids.behrouz))!);
    });
    expect((await harness().identifies(right, behrouz)).kind).toBe('asking-portal');
  });
});

onBothDatabases('what a stranger does in the dark', (harness) => {
  const member = () => harness().manager.findOneByOrFail(Member, { id: harness().ids.behrouz });

  it('leads to no code for a wrong pair, and no code is right for it', async () => {
    await burnt(harness());
    const { challengeId } = await begins(harness(), behrouz, { ...right, nationalId: '0010000062' });
    await behind(harness());
    expect(await codesSent(harness())).toBe(0);
    const derived = harness().code(challengeId);
    expect(await harness().confirm(challengeId, derived, behrouz)).toEqual({ kind: 'code-wrong', left: 2 });
  });

  it.each<AccountAnswer>(['initial', 'missing', 'away'])(
    'leads to no code where the portal says %s, which staff can read',
    async (account) => {
      await burnt(harness());
      const { reference, challengeId } = await begins(harness(), behrouz);
      await behind(harness(), account);
      expect(await codesSent(harness())).toBe(0);
      expect(await harness().told(behrouz)).toEqual([]);
      const [line] = await harness().manager.find(AuditEntry, {
        where: { reference },
        order: { id: 'DESC' },
      });
      expect(line).toMatchObject({ event: expect.stringContaining('code-not-sent') as string });
      const code = harness().code(challengeId);
      expect((await harness().confirm(challengeId, code, behrouz)).kind).toBe('code-wrong');
    },
  );

  it('counts wrong codes for the member, locks their way, and the right code is wrong then', async () => {
    await burnt(harness());
    let typed = 0;
    for (let chat = 50; typed < 10; chat += 1) {
      const { challengeId } = await begins(harness(), stranger(chat));
      await behind(harness());
      for (let here = 0; here < 3 && typed < 10; here += 1, typed += 1)
        await harness().confirm(challengeId, another(harness().code(challengeId)), stranger(chat));
      await behind(harness());
      if (typed === 10) {
        const { kind } = await harness().confirm(challengeId, harness().code(challengeId), stranger(chat));
        expect(kind).toBe('code-wrong');
      }
      harness().clock.pass(2 * minute);
    }
    expect(await member()).toMatchObject({ locks: 1, wrongCodesInRow: 0 });
    expect(await harness().jobs('sms-notice')).toHaveLength(1);
    const events = (await harness().manager.find(AuditEntry)).map(({ event }) => event);
    expect(events.filter((event) => event.endsWith(':locked-for-wrong-codes'))).toHaveLength(1);
  });

  it('is not told that a newer request has taken its place', async () => {
    await burnt(harness());
    const theirs = await begins(harness(), stranger(50));
    await behind(harness());
    harness().clock.pass(minute);
    await begins(harness(), behrouz);
    await behind(harness());
    expect(await codesSent(harness())).toBe(1);
    const code = harness().code(theirs.challengeId);
    expect((await harness().confirm(theirs.challengeId, code, stranger(50))).kind).toBe('code-wrong');
  });

  it('is not told what became of the SMS', async () => {
    await burnt(harness());
    const { challengeId } = await begins(harness(), behrouz);
    await behind(harness());
    await harness().settle((results) => results.sendRefused(challengeId, 1));
    const lost = {
      challengeId,
      delivery: 'undelivered',
      through: 'kavenegar',
      others: true,
      last: true,
    } as const;
    await harness().settle((results) => results.sendNotDelivered(lost));
    expect(await harness().told(behrouz)).toEqual([]);
    expect(await harness().manager.findOneBy(Challenge, { id: challengeId })).toMatchObject({ sends: 1 });
  });

  it('counts for its chat, whether the pair was right or wrong', async () => {
    await burnt(harness());
    for (const pair of [right, { ...right, nationalId: '0010000062' }]) {
      const from = stranger(pair === right ? 60 : 61);
      for (let typed = 0; typed < 4; typed += 1)
        await harness().identifies({ ...right, insuredCode: String(700_000 + typed) }, from);
      await begins(harness(), from, pair);
      expect((await harness().identifies({ ...right, insuredCode: '700009' }, from)).kind).toBe(
        'too-many-pairs',
      );
    }
  });

  it('never ends a request that waits in a chat of the member’s own', async () => {
    await harness().settleDone(await harness().reserved('behrouz'));
    await burnt(harness());
    harness().clock.pass(2 * minute);
    const own = await harness().sent('behrouz', behrouz);
    harness().clock.pass(minute);
    await begins(harness(), stranger(50));
    await behind(harness());
    const { kind } = await harness().confirm(own.challengeId, harness().code(own.challengeId), behrouz);
    expect(kind).toBe('code-right');
  });

  it('ends with the day', async () => {
    await burnt(harness());
    await begins(harness(), behrouz);
    harness().clock.pass(day);
    expect((await harness().identifies(right, behrouz)).kind).toBe('asking-portal');
  });
});
