import { describe, expect, it } from 'vitest';
import { PasswordReset } from '../../entities/password-reset.js';
import { atWorkInEach, harnessForEachTest } from './staff-harness.js';

const harness = harnessForEachTest();
const shahin = atWorkInEach(harness, 'supervisor');

describe('“this was not me”', () => {
  it('reaches staff with a way to the member’s file', async () => {
    const behrouz = harness().visitor('behrouz');
    await behrouz.says('/reset', '310002', '0020000022');
    await behrouz.says(await harness().code());
    const { id } = await harness().heart.manager.findOneByOrFail(PasswordReset, {
      memberId: harness().heart.ids.behrouz,
    });
    await harness().heart.settleDone(id);
    await harness().settleDown();
    shahin().screen.news();
    await behrouz.pressData(`not-me:${id}`);
    expect(shahin().screen.news()).toEqual(['alert-not-me', 'alert-chat']);
    expect(await shahin().press('button-member')).toContain('way-not-me');
    await shahin().press('button-unblock');
    expect(await shahin().press('button-staff-yes')).toEqual(['did-unblock']);
  });
});
