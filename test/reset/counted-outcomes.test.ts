import { expect, it } from 'vitest';
import { makeStaffOverride } from '../../src/reset/staff-override.js';
import type { ResetAnswer } from '../../src/reset/ports.js';
import { onBothDatabases } from '../support/both-databases.js';
import { minute, second } from '../support/hand-clock.js';
import type { ResetHarness } from '../support/reset-harness.js';

const answered = (harness: ResetHarness, resetId: string, answer: ResetAnswer) =>
  harness.settle((results) => results.resetAnswered(resetId, answer));

onBothDatabases('what becomes of recoveries is counted', (harness) => {
  it('once when it is done, with the time since the right code, however often the portal says so', async () => {
    const id = await harness().reserved('behrouz');
    expect(harness().outcomes).toEqual([]);
    harness().clock.pass(3 * second);
    for (let said = 0; said < 2; said += 1) await answered(harness(), id, 'done');
    expect(harness().outcomes).toEqual([{ outcome: 'done', seconds: 3 }]);
  });

  it('when it is kept for want of an answer, and again when it is over', async () => {
    const id = await harness().reserved('behrouz');
    await answered(harness(), id, 'unknown');
    harness().clock.pass(minute);
    await answered(harness(), id, 'done');
    expect(harness().outcomes).toEqual([
      { outcome: 'kept', seconds: 0 },
      { outcome: 'done', seconds: 60 },
    ]);
  });

  it('when it is given back by the portal’s answer', async () => {
    await answered(harness(), await harness().reserved('behrouz'), 'missing');
    expect(harness().outcomes).toEqual([{ outcome: 'given-back', seconds: 0 }]);
  });

  it('when it is left to staff, and when they give it back', async () => {
    const id = await harness().reserved('behrouz');
    await answered(harness(), id, 'conflict');
    await harness().db.inTransaction((tx) =>
      makeStaffOverride(harness().services(tx).resetDeps).giveBack(id),
    );
    expect(harness().outcomes.map(({ outcome }) => outcome)).toEqual(['with-staff', 'given-back']);
  });

  it('not when the transaction in which it was settled is rolled back', async () => {
    const id = await harness().reserved('behrouz');
    const lost = harness().settle(async (results) => {
      await results.resetAnswered(id, 'done');
      throw new Error('the connection is gone');
    });
    await expect(lost).rejects.toThrow('the connection is gone');
    expect(harness().outcomes).toEqual([]);
  });
});
