import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Visitor } from '../conversations/harness.js';
import { openStaffHarness, type StaffHarness } from './staff-harness.js';
import { onBoth } from './on-both.js';

onBoth((database) => {
  describe('a member without an account at the portal', () => {
    let harness: StaffHarness;
    let shahin: Visitor;
    beforeEach(async () => {
      harness = await openStaffHarness({ database, account: 'missing' });
      shahin = await harness.atWork('supervisor');
      shahin.screen.news();
    });
    afterEach(() => harness.drop());
    const asks = async () => {
      const behrouz = harness.visitor('behrouz');
      expect(await behrouz.says('/reset', '310002', '0020000022')).toContain('account-missing');
      return behrouz;
    };

    it('is a request that staff hear of once an hour, and see in /pending', async () => {
      await asks();
      expect(shahin.screen.news()).toEqual(['alert-account-missing']);
      await harness.visitor('kamran').says('/reset', '310004', '0040000044');
      await asks();
      expect(shahin.screen.news()).toEqual([]);
      expect(await shahin.says('/pending')).toEqual(['pending-request', 'pending-request']);
      expect(shahin.screen.buttons()).toEqual(['پرونده', 'حساب ساخته شد', 'رد درخواست']);
    });

    it('hears from staff when it was made', async () => {
      const behrouz = await asks();
      await shahin.says('/pending');
      expect(await shahin.press('button-account-made')).toEqual(['ask-account-made', 'ask-are-you-sure']);
      behrouz.screen.news();
      expect(await shahin.press('button-staff-yes')).toEqual(['did-account-made']);
      expect(behrouz.screen.news()).toEqual(['request-granted']);
      expect(await shahin.says('/pending')).toEqual(['pending-nothing']);
    });

    it('waits no more when the portal knows it the next time', async () => {
      await asks();
      harness.portal.account = 'changed';
      await harness.visitor('behrouz').says('/reset', '310002', '0020000022');
      expect(await shahin.says('/pending')).toEqual(['pending-nothing']);
    });
  });
});
