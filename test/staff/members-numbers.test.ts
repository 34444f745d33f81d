import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { person } from '../../playground/cast.js';
import { StaffApproval } from '../../entities/staff-approval.js';
import { purgeQuestions } from '../../src/staff/purge.js';
import { day, hour } from '../support/hand-clock.js';
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

/** Everybody is told of a changed number, and a day passes. */
const dayOfRest = async (): Promise<void> => {
  await harness.heart.settle((results) => results.tellIdentityChanges());
  harness.clock.pass(24 * hour);
};

describe('what a member asked', () => {
  const ask = async (): Promise<Visitor> => {
    const iraj = harness.visitor('iraj');
    await iraj.says('/reset', '310006', '0060000066');
    await iraj.press('button-number-not-mine');
    parvaneh.screen.news();
    await iraj.press('button-report-number');
    return iraj;
  };

  it('reaches staff, and is told when the number was cleared', async () => {
    const iraj = await ask();
    expect(parvaneh.screen.news()).toEqual(['staff-request']);
    expect(await parvaneh.press('button-clearmobile')).toEqual(['ask-clear-mobile', 'ask-needs-two']);
    await parvaneh.press('button-staff-yes');
    iraj.screen.news();
    expect(await shahin.press('button-approve')).toContain('did-clear-mobile');
    expect(iraj.screen.news()).toEqual(['request-granted']);
    expect(await iraj.says('/reset', '310006', '0060000066')).toContain('number-cooling');
    await dayOfRest();
    expect(await iraj.says('/reset', '310006', '0060000066', person('iraj').phone)).toContain('code-sent');
  });

  it('may be refused, once', async () => {
    const iraj = await ask();
    expect(await shahin.says('/pending')).toEqual(['pending-request']);
    const button = shahin.screen.dataOf('رد درخواست');
    await shahin.press('button-refuse-request');
    iraj.screen.news();
    expect(await shahin.press('button-staff-yes')).toEqual(['did-refuse-request']);
    expect(iraj.screen.news()).toEqual(['request-refused']);
    await shahin.pressData(button);
    expect(shahin.screen.news()).toEqual(['request-closed']);
    expect(await shahin.says('/pending')).toEqual(['pending-nothing']);
  });
});

it('a first number that staff register is sealed, masked and taken out of the chat', async () => {
  await shahin.says('/setmobile 310001 09120000001');
  expect(shahin.screen.erased()).toHaveLength(1);
  expect(shahin.screen.last().text).not.toContain('09120000001');
  await shahin.press('button-staff-yes');
  await parvaneh.press('button-approve');
  const sara = harness.visitor('sara');
  expect(await sara.says('/reset', '310001', '0010000011')).toContain('number-cooling');
  await dayOfRest();
  expect(await sara.says('/reset', '310001', '0010000011')).toContain('code-sent');
});

it('what was decided is forgotten a week after it could have been, with the number in it', async () => {
  await shahin.says('/setmobile 310001 09120000001');
  await shahin.press('button-staff-yes');
  await parvaneh.press('button-approve');
  const { inTransaction, dataSource } = harness.db;
  const purge = () => inTransaction((tx) => purgeQuestions(tx, harness.clock.now()));
  harness.clock.pass(8 * day - 1);
  await purge();
  expect(await dataSource.manager.count(StaffApproval)).toBe(1);
  harness.clock.pass(1);
  expect(await purge()).toBe(1);
  expect(await dataSource.manager.count(StaffApproval)).toBe(0);
});
