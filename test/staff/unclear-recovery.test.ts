import { beforeEach, describe, expect, it } from 'vitest';
import { PasswordReset } from '../../entities/password-reset.js';
import type { Visitor } from '../conversations/harness.js';
import { bare } from '../conversations/screen.js';
import { hour } from '../support/hand-clock.js';
import { atWorkInEach, harnessForEachTest } from './staff-harness.js';

const harness = harnessForEachTest();
const shahin = atWorkInEach(harness, 'supervisor');

describe('a recovery without a clear outcome', () => {
  let behrouz: Visitor;
  let id: string;
  beforeEach(async () => {
    const { heart } = harness();
    behrouz = harness().visitor('behrouz');
    await behrouz.says('/reset', '310002', '0020000022');
    await behrouz.says(await harness().code());
    const held = await heart.manager.findOneByOrFail(PasswordReset, { memberId: heart.ids.behrouz });
    ({ id } = held);
    harness().clock.pass(7 * hour);
    await heart.settle((results) => results.resetAnswered(id, 'unknown'));
    await harness().settleDown();
    behrouz.screen.news();
  });
  const state = async () => (await harness().heart.manager.findOneByOrFail(PasswordReset, { id })).state;

  it('is told to staff and waits for them', async () => {
    expect(shahin().screen.news()).toEqual(['alert-reset-with-staff']);
    expect(bare(shahin().screen.last().text)).toContain('دربارهٔ ۱ بازیابی');
    expect(await shahin().says('/pending')).toEqual(['pending-reset']);
    const reference = /[A-Z0-9]{8}/.exec(bare(shahin().screen.last().text))?.[0] ?? '';
    expect(await shahin().says(`/why ${reference}`)).toEqual(
      expect.arrayContaining(['why-title', 'story-reset-with-staff', 'why-reset']),
    );
  });

  it('is marked as done when it was, and the member hears of it', async () => {
    await shahin().says('/pending');
    expect(await shahin().press('button-mark-done')).toEqual(['ask-mark-done', 'ask-are-you-sure']);
    expect(await shahin().press('button-staff-yes')).toEqual(['did-mark-done']);
    expect(behrouz.screen.news()).toEqual(['reset-done']);
    expect([await state(), await harness().heart.used('behrouz')]).toEqual(['done', 2]);
    expect(await shahin().says('/pending')).toEqual(['pending-nothing']);
  });

  it('is given back when it was not, once', async () => {
    await shahin().says('/pending');
    const again = shahin().screen.dataOf('برگرداندن به بیمه‌شده');
    await shahin().press('button-give-back');
    expect(await shahin().press('button-staff-yes')).toEqual(['did-give-back']);
    expect(behrouz.screen.news()).toEqual(['reset-returned']);
    expect([await state(), await harness().heart.used('behrouz')]).toEqual(['given-back', 1]);
    await shahin().pressData(again);
    expect(shahin().screen.news()).toEqual(['reset-settled']);
  });

  it('is asked about again, and is out of the list when the portal knows', async () => {
    await shahin().says('/pending');
    expect(await shahin().press('button-ask-portal')).toEqual(['portal-asked']);
    expect(await harness().heart.jobs('portal-outcome')).toEqual([{ resetId: id }]);
    await harness().heart.settle((results) => results.outcomeAnswered(id, 'done'));
    expect(await shahin().says('/pending')).toEqual(['pending-nothing']);
  });

  it('is not marked as done by a button that the portal has overtaken', async () => {
    await shahin().says('/pending');
    await shahin().press('button-give-back');
    await harness().heart.settle((results) => results.outcomeAnswered(id, 'done'));
    expect(await shahin().press('button-staff-yes')).toEqual(['act-overtaken']);
    expect([await state(), await harness().heart.used('behrouz')]).toEqual(['done', 2]);
  });
});
