import { describe, expect, it } from 'vitest';
import { PasswordReset } from '../../entities/password-reset.js';
import { atWorkInEach, houseForEachTest } from './staff-harness.js';

const house = houseForEachTest();
const shahin = atWorkInEach(house, 'supervisor');

describe('“this was not me”', () => {
  it('reaches staff with a way to the member’s file', async () => {
    const behrouz = house().visitor('behrouz');
    await behrouz.says('/reset', '310002', '0020000022');
    await behrouz.says(await house().code());
    const { id } = await house().heart.manager.findOneByOrFail(PasswordReset, {
      memberId: house().heart.ids.behrouz,
    });
    await house().heart.settleDone(id);
    await house().settleDown();
    shahin().screen.news();
    await behrouz.pressData(`not-me:${id}`);
    expect(shahin().screen.news()).toEqual(['alert-not-me']);
    expect(await shahin().press('button-member')).toContain('way-not-me');
    await shahin().press('button-unblock');
    expect(await shahin().press('button-staff-yes')).toEqual(['did-unblock']);
  });
});
