import { expect, it } from 'vitest';
import { Challenge } from '../../entities/challenge.js';
import { Member } from '../../entities/member.js';
import type { Transaction } from '../../src/db/transaction.js';
import { makeLimits } from '../../src/limits/limits.js';
import type { ResetDeps } from '../../src/reset/deps.js';
import { makeReset } from '../../src/reset/make-reset.js';
import type { Reset } from '../../src/reset/service.js';
import { makeChallengeStore } from '../../src/reset/challenge-store.js';
import { onBothDatabases } from '../support/both-databases.js';
import { minute } from '../support/hand-clock.js';
import { asker, pairOf, type ResetHarness } from '../support/reset-harness.js';

const behrouz = asker('behrouz');

const closes = (harness: ResetHarness) =>
  harness.manager.update(Member, { id: harness.ids.behrouz }, { closedFor: 'staff-block' });

onBothDatabases('a way back that is closed while a code is awaited', (harness) => {
  it('takes no code, be it the right one, and says why', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    await closes(harness());
    const { kind } = await harness().confirm(challengeId, harness().code(challengeId), behrouz);
    expect(kind).toBe('locked-until-staff');
    expect(await harness().jobs('portal-reset')).toEqual([]);
  });

  it('has no code sent again, and says why', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    await closes(harness());
    harness().clock.pass(minute);
    const { kind } = await harness().reset((heart) => heart.resend(challengeId, behrouz));
    expect(kind).toBe('locked-until-staff');
    expect(await harness().jobs('sms-code')).toHaveLength(1);
  });
});

onBothDatabases('a request that is over', (harness) => {
  it.each(['spent', 'locked', 'abandoned', 'expired'] as const)(
    'cannot be spent where it was %s',
    async (state) => {
      const { challengeId: id } = await harness().sent('behrouz', behrouz);
      await harness().manager.update(Challenge, { id }, { state, openMemberId: null });
      expect(await harness().db.inTransaction((tx) => makeChallengeStore(tx).spend(id))).toBe(false);
      expect(await harness().manager.findOneBy(Challenge, { id })).toMatchObject({ state, wrongCodes: 0 });
    },
  );
});

onBothDatabases('limits that cannot be read', (harness) => {
  /** Whoever counts at a limiter, or asks one before that, and nobody else, meets an accident: one swallowed alone would go on. */
  const withoutLimits = <T>(work: (reset: Reset) => Promise<T>): Promise<T> =>
    harness().db.inTransaction((tx) => {
      const accident = () => Promise.reject(new Error('the limits are away'));
      const failing = { take: accident, takeAll: accident, countAll: accident, lockForUpdate: accident };
      const limits = { ...harness().services(tx).limits, ...failing };
      const deps = Object.create(harness().services(tx).resetDeps, {
        limits: { value: limits },
      }) as ResetDeps;
      return work(makeReset(deps));
    });

  it('let no pair be looked at, and no code go out, for the first time or again', async () => {
    const iraj = asker('iraj');
    const ticket = await harness().ticket('behrouz', behrouz);
    const { challengeId } = await harness().sent('iraj', iraj);
    harness().clock.pass(minute);
    const away = 'the limits are away';
    await expect(withoutLimits((reset) => reset.open(ticket, 'changed', behrouz))).rejects.toThrow(away);
    await expect(withoutLimits((reset) => reset.resend(challengeId, iraj))).rejects.toThrow(away);
    const pair = pairOf('kamran');
    await expect(withoutLimits((reset) => reset.identify(pair, asker('kamran')))).rejects.toThrow(away);
    expect(await harness().jobs('sms-code')).toHaveLength(1);
  });

  it('are an accident, and never taken for leave to go on', async () => {
    const accident = () => Promise.reject(new Error('the database is away'));
    const options = { type: 'mysql' };
    const tx = new Proxy({}, { get: (_, name) => (name === 'connection' ? { options } : accident) });
    const limits = makeLimits({ tx: tx as Transaction, clock: harness().clock });
    const limit = { key: 'any', most: 1, windowMs: minute };
    const ladder = { key: 'any', free: 1, waitsMs: [minute] };
    for (const asked of [
      limits.take(limit),
      limits.takeAll([limit]),
      limits.countAll([limit]),
      limits.peek([limit]),
      limits.peek([ladder]),
      limits.lockForUpdate([limit]),
    ])
      await expect(asked).rejects.toThrow();
  });
});
