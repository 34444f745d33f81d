import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makePeople } from '../../src/people/people.js';
import { openBotHarness, type BotHarness, type Visitor } from '../conversations/harness.js';
import { bare } from '../conversations/screen.js';
import { hour } from '../support/hand-clock.js';
import { atWorkInEach, harnessForEachTest } from './staff-harness.js';
import { onBoth } from './on-both.js';

onBoth((database) => {
  describe('the first owner', () => {
    let harness: BotHarness;
    let parvaneh: Visitor;
    beforeEach(async () => {
      harness = await openBotHarness({ database });
      await harness.db.inTransaction((tx) =>
        makePeople({ tx, clock: harness.clock }).add(
          { platform: 'telegram', account: '3001' },
          'پروانه',
          'owner',
        ),
      );
      parvaneh = harness.guest(3001);
      await parvaneh.says('/whoami');
    });
    afterEach(() => harness.drop());
    const orders = async (text: string) => {
      await parvaneh.says(text);
      return parvaneh.press('button-staff-yes');
    };

    it('begins alone, and reads from when on there are two', async () => {
      harness.clock.pass(100 * hour);
      expect(await parvaneh.says('/admins add telegram:3002 supervisor شاهین')).toEqual([
        'ask-add',
        'ask-are-you-sure',
      ]);
      expect(await parvaneh.press('button-staff-yes')).toEqual([
        ...['did-add', 'staff-change-add', 'staff-change-by', 'staff-change-second'],
      ]);
      await harness.guest(3002).says('/whoami');
      await parvaneh.says('/clearmobile 310002');
      expect(await parvaneh.press('button-staff-yes')).toEqual(['no-second-person-yet']);
      harness.clock.pass(25 * hour);
      await parvaneh.says('/clearmobile 310002');
      expect(await parvaneh.press('button-staff-yes')).toEqual(['approval-sent']);
    });

    it('is not alone any more a day after somebody of rank came, nor when that one has been sent away', async () => {
      await orders('/admins add telegram:3002 supervisor شاهین');
      await harness.guest(3002).says('/whoami');
      harness.clock.pass(25 * hour);
      expect(await parvaneh.says('/admins add telegram:3009 operator رضا')).toEqual([
        'ask-add',
        'ask-needs-two',
      ]);
      expect(await orders('/admins remove 2')).toContain('did-remove');
      expect(await orders('/admins add telegram:3009 supervisor خودم')).toEqual(['no-second-person']);
    });

    it('may correct a slip within the first day', async () => {
      await orders('/admins add telegram:3002 supervisor شاهین');
      await orders('/admins remove 2');
      harness.clock.pass(25 * hour);
      expect(await orders('/admins add telegram:3003 supervisor شاهین')).toContain('did-add');
    });
  });

  describe('whoever has just come, risen or got an account', () => {
    const harness = harnessForEachTest({ database });
    const shahin = atWorkInEach(harness, 'supervisor');
    const parvaneh = atWorkInEach(harness, 'owner');
    const agreed = async (text: string): Promise<void> => {
      await parvaneh().says(text);
      await parvaneh().press('button-staff-yes');
      await shahin().press('button-approve');
    };

    it('is told of to every supervisor and owner on all accounts, and so is whoever is linked', async () => {
      const [onBale, mina] = [
        await harness().atWork('supervisor', 'bale'),
        await harness().atWork('operator'),
      ];
      mina.screen.news();
      await agreed('/admins add telegram:3009 supervisor رضا');
      const told = ['staff-change-add', 'staff-change-by-two', 'staff-change-second'];
      for (const one of [onBale, parvaneh()]) expect(one.screen.news()).toEqual(expect.arrayContaining(told));
      expect(mina.screen.news()).toEqual([]);
      await agreed(`/admins link ${harness().numbers.operator} telegram:3010`);
      expect(mina.screen.news()).toEqual(['staff-change-link', 'staff-change-by-two']);
    });

    it('neither asks for what takes two nor agrees to it before a day is over', async () => {
      const reza = harness().guest(3009);
      await agreed('/admins add telegram:3009 supervisor رضا');
      await reza.says('/whoami', '/clearmobile 310002');
      expect(await reza.press('button-staff-yes')).toEqual(['two-persons-too-new']);
      await shahin().says('/clearmobile 310002');
      reza.screen.news();
      await shahin().press('button-staff-yes');
      expect(reza.screen.news()).toEqual([]);
      expect((await harness().member('behrouz')).mobile).not.toBeNull();
      harness().clock.pass(24 * hour);
      await shahin().says('/grant 310004 1');
      await shahin().press('button-staff-yes');
      expect(reza.screen.news()).toContain('approval-asked');
      expect(await reza.press('button-approve')).toContain('did-grant');
    });

    it('agrees from no account that is theirs since today', async () => {
      await agreed(`/admins link ${harness().numbers.owner} telegram:3010`);
      const elsewhere = harness().guest(3010);
      await elsewhere.says('/whoami');
      await shahin().says('/clearmobile 310002');
      parvaneh().screen.news();
      await shahin().press('button-staff-yes');
      expect(elsewhere.screen.news()).toEqual([]);
      expect(parvaneh().screen.news()).toContain('approval-asked');
    });

    it('stands in /admins with the moment from which they may', async () => {
      await agreed(`/admins link ${harness().numbers.owner} telegram:3010`);
      expect(await parvaneh().says('/admins')).toEqual([
        ...['admins-title', 'admins-line', 'admins-second-from', 'admins-account-from'],
        // The supervisor's moment is the owner's, and a screen shows each sentence once.
        ...['admins-line', 'admins-line'],
      ]);
      expect(bare(parvaneh().screen.last().text)).toContain('نفر دوم از');
    });

    it('counts anew when they come back or rise again', async () => {
      await agreed(`/admins role ${harness().numbers.operator} supervisor`);
      const mina = await harness().atWork('operator');
      await mina.says('/clearmobile 310002');
      expect(await mina.press('button-staff-yes')).toEqual(['two-persons-too-new']);
      await parvaneh().says(`/admins remove ${harness().numbers.supervisor}`);
      await parvaneh().press('button-staff-yes');
      await parvaneh().says('/clearmobile 310002');
      expect(await parvaneh().press('button-staff-yes')).toEqual(['no-second-person-yet']);
    });
  });
});
