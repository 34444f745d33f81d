import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makePeople } from '../../src/people/people.js';
import { hour } from '../support/hand-clock.js';
import type { StaffHarness } from './staff-harness.js';
import type { Visitor } from '../conversations/harness.js';
import { openTwoAtWork } from './staff-harness.js';

let harness: StaffHarness;
let shahin: Visitor;
let parvaneh: Visitor;
beforeEach(async () => {
  ({ harness, shahin, parvaneh } = await openTwoAtWork());
});
afterEach(() => harness.drop());

const mobileOf = async (role: 'behrouz' | 'iraj') => (await harness.member(role)).mobile;
const asks = async (text: string): Promise<void> => {
  await shahin.says(text);
  parvaneh.screen.news();
  expect(await shahin.press('button-staff-yes')).toEqual(['approval-sent']);
};

describe('something that needs two', () => {
  it('is not agreed to by a button from a time that has yet to come', async () => {
    const noon = harness.clock.now();
    await asks('/clearmobile 310002');
    harness.clock.set(new Date(noon.getTime() - 6 * hour));
    expect(await parvaneh.press('button-approve')).not.toContain('did-clear-mobile');
    expect(await mobileOf('behrouz')).not.toBeNull();
    harness.clock.set(noon);
    expect(await parvaneh.press('button-approve')).toEqual(['question-over']);
  });

  it('is done when the second person agrees, and both are in the trail', async () => {
    expect(await shahin.says('/clearmobile 310002')).toEqual(['ask-clear-mobile', 'ask-needs-two']);
    await shahin.press('button-staff-yes');
    // Whoever is to agree reads whom it is about, and how they stand, before they do.
    const shown = parvaneh.screen.news();
    expect(shown.slice(0, 2)).toEqual(['approval-asked', 'ask-clear-mobile']);
    expect(shown).toEqual(
      expect.arrayContaining(['member-code', 'member-mobile', 'member-cover', 'way-free']),
    );
    expect(parvaneh.screen.buttons()).toEqual(['موافقم', 'موافق نیستم', 'پرونده']);
    expect(await mobileOf('behrouz')).not.toBeNull();
    expect(await parvaneh.press('button-approve')).toEqual(['did-clear-mobile']);
    expect(await mobileOf('behrouz')).toBeNull();
    expect(shahin.screen.news()).toEqual(['staff-decided', 'did-clear-mobile']);
    const { owner, supervisor } = harness.numbers;
    expect(await harness.trail('approval-asked')).toMatchObject([{ actor: `staff:${supervisor}` }]);
    expect(await harness.trail('approval-given')).toMatchObject([{ actor: `staff:${owner}` }]);
    expect(await harness.trail('staff-clear-mobile')).toMatchObject([
      { actor: `staff:${supervisor}`, detail: { approvedBy: owner } },
    ]);
  });

  it('is not done when the second person refuses', async () => {
    await asks('/clearmobile 310002');
    expect(await parvaneh.press('button-refuse')).toEqual(['approval-refused']);
    expect(await mobileOf('behrouz')).not.toBeNull();
    expect(shahin.screen.news()).toEqual(['staff-decided']);
    expect(await parvaneh.press('button-approve')).toEqual(['question-over']);
  });

  it('never reaches the asker for approval, not even on the other messenger', async () => {
    const elsewhere = await harness.atWork('supervisor', 'bale');
    await asks('/clearmobile 310002');
    expect(elsewhere.screen.news()).toEqual([]);
    const stolen = parvaneh.screen.dataOf('موافقم');
    for (const self of [shahin, elsewhere]) {
      await self.pressData(stolen);
      expect(self.screen.news()).toContain('question-over');
    }
    expect(await mobileOf('behrouz')).not.toBeNull();
  });

  it('is not asked of operators', async () => {
    const mina = await harness.atWork('operator');
    await asks('/clearmobile 310002');
    expect(mina.screen.news()).toEqual([]);
  });

  it('comes to all accounts of the second person, and is decided once', async () => {
    const onBale = await harness.atWork('owner', 'bale');
    await asks('/grant 310004 1');
    expect(onBale.screen.news().slice(0, 2)).toEqual(['approval-asked', 'ask-grant']);
    expect(await onBale.press('button-approve')).toEqual(['did-grant']);
    expect(await parvaneh.press('button-approve')).toEqual(['approval-over']);
    expect(await harness.trail('staff-grant')).toHaveLength(1);
  });

  it('is over after a day', async () => {
    await asks('/clearmobile 310002');
    harness.clock.pass(25 * hour);
    expect(await parvaneh.press('button-approve')).toEqual(['question-over']);
    expect(await mobileOf('behrouz')).not.toBeNull();
  });

  it('is not done for somebody who may not ask for it any more', async () => {
    await asks('/clearmobile 310002');
    await harness.demote('supervisor', 'operator');
    expect(await parvaneh.press('button-approve')).toEqual(['act-overtaken']);
    expect(await mobileOf('behrouz')).not.toBeNull();
  });

  it('is not done for somebody who was lowered since and has just risen again', async () => {
    await asks('/clearmobile 310002');
    await harness.demote('supervisor', 'operator');
    await harness.db.inTransaction((tx) =>
      makePeople({ tx, clock: harness.clock }).setRole(harness.numbers.supervisor, 'operator', 'supervisor'),
    );
    expect(await parvaneh.press('button-approve')).toEqual(['act-overtaken']);
    expect(await mobileOf('behrouz')).not.toBeNull();
  });

  it('is not agreed to by somebody whose role was lowered', async () => {
    await asks('/clearmobile 310002');
    await harness.demote('owner', 'operator');
    expect(await parvaneh.press('button-approve')).toEqual(['staff-not-allowed']);
    expect(await mobileOf('behrouz')).not.toBeNull();
  });

  it('is not done to a member who is not as they were', async () => {
    await asks('/clearmobile 310002');
    await harness.heart.moved('behrouz', '09120000099');
    expect(await parvaneh.press('button-approve')).toEqual(['act-overtaken']);
    expect(await mobileOf('behrouz')).not.toBeNull();
    expect(shahin.screen.news()).toEqual(['staff-decided']);
  });

  it('is not begun where there is no second person', async () => {
    await harness.dismiss('owner');
    await shahin.says('/clearmobile 310002');
    expect(await shahin.press('button-staff-yes')).toEqual(['no-second-person']);
  });
});

describe('an allowance', () => {
  it('that was used up lets the member in again after a grant', async () => {
    const kamran = harness.visitor('kamran');
    expect(await kamran.says('/reset', '310004', '0040000044')).toContain('resets-used-up');
    await asks('/grant ۳۱۰۰۰۴ ۱');
    await parvaneh.press('button-approve');
    expect(await kamran.says('/reset', '310004', '0040000044')).toContain('code-sent');
  });

  it.each(['/grant 310004', '/grant 310004 0', '/grant 310004 6', '/grant 310004 x', '/grant'])(
    'is not raised by %s',
    async (text) => {
      expect(await shahin.says(text)).toEqual(['usage', 'usage-grant']);
    },
  );

  it('is not raised without cover', async () => {
    expect(await shahin.says('/grant 310005 1')).toEqual(['grant-without-cover']);
  });
});
