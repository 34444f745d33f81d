import { describe, expect, it } from 'vitest';
import { purgeQuestions } from '../../src/staff/purge.js';
import { hour, minute } from '../support/hand-clock.js';
import type { StaffMember } from '../../src/people/people.js';
import { makePrompts, type Prompts } from '../../src/staff/prompts.js';
import { harnessForEachTest } from './staff-harness.js';

const harness = harnessForEachTest();

describe('something that one person may do', () => {
  it('is asked about once more, done, and written into the trail', async () => {
    const lockedUntil = new Date(harness().clock.now().getTime() + 5 * hour);
    await harness().befalls('behrouz', { lockedUntil, locks: 1, wrongCodesInRow: 3 });
    const mina = harness().colleague('operator');
    expect(await mina.says('/unlock 310002')).toEqual(['ask-unlock', 'ask-are-you-sure']);
    expect((await harness().member('behrouz')).lockedUntil).not.toBeNull();
    expect(await mina.press('button-staff-yes')).toEqual(['did-unlock']);
    const free = { lockedUntil: null, locks: 0, wrongCodesInRow: 0 };
    expect(await harness().member('behrouz')).toMatchObject(free);
    expect(await harness().trail('staff-unlock')).toEqual([
      {
        actor: `staff:${harness().numbers.operator}`,
        memberId: harness().heart.ids.behrouz,
        detail: {
          ...{ role: 'operator', platform: 'telegram' },
          ...{ locks: 1, wrongCodes: 3, wrongPairs: 0, sends: 0, chats: 0 },
        },
      },
    ]);
  });

  it('is not done by a button from a time that has yet to come, nor when that time comes', async () => {
    const noon = harness().clock.now();
    const shahin = await harness().atWork('supervisor');
    await shahin.says('/block 310002');
    harness().clock.set(new Date(noon.getTime() - 6 * 60 * minute));
    expect(await shahin.press('button-staff-yes')).toEqual(['question-over']);
    harness().clock.set(noon);
    expect(await shahin.press('button-staff-yes')).toEqual(['question-over']);
  });

  it('takes no number for one that was asked for in a time that has yet to come', async () => {
    const { db, clock } = harness();
    const asked = clock.now();
    const by = { personId: 1, chatKey: 'telegram:700001:3001' } as StaffMember;
    const prompts = <T>(work: (all: Prompts) => Promise<T>): Promise<T> =>
      db.inTransaction((tx) => work(makePrompts({ tx, clock })));
    await prompts((all) => all.ask(by, { purpose: 'test-sms', about: '' }));
    expect(await prompts((all) => all.open(by.chatKey))).not.toBeNull();
    clock.set(new Date(asked.getTime() - 6 * 60 * minute));
    expect(await prompts((all) => all.open(by.chatKey))).toBeNull();
  });

  it('is not done after a no, and the button is over', async () => {
    const shahin = harness().colleague('supervisor');
    await shahin.says('/block 310002');
    const yes = shahin.screen.dataOf('انجام شود');
    expect(await shahin.press('button-staff-no')).toEqual(['act-dropped']);
    await shahin.pressData(yes);
    expect(shahin.screen.news()).toEqual(['question-over']);
    expect((await harness().member('behrouz')).closedFor).toBeNull();
  });

  it('is done once, however often the button is pressed', async () => {
    const shahin = harness().colleague('supervisor');
    await shahin.says('/block 310002');
    expect(await shahin.press('button-staff-yes')).toEqual(['did-block']);
    expect(await shahin.press('button-staff-yes')).toEqual(['question-over']);
    expect(await harness().trail('staff-block')).toHaveLength(1);
  });

  it('is not done by another account with the same button, not even the person’s own', async () => {
    const shahin = harness().colleague('supervisor');
    await shahin.says('/block 310002');
    const yes = shahin.screen.dataOf('انجام شود');
    for (const other of [harness().colleague('owner'), harness().colleague('supervisor', 'bale')]) {
      await other.pressData(yes);
      expect(other.screen.news()).toEqual(['question-over']);
    }
    expect(await shahin.press('button-staff-yes')).toEqual(['did-block']);
  });

  it('is not done when the button is old', async () => {
    const shahin = harness().colleague('supervisor');
    await shahin.says('/block 310002');
    harness().clock.pass(6 * minute);
    expect(await shahin.press('button-staff-yes')).toEqual(['question-over']);
    expect((await harness().member('behrouz')).closedFor).toBeNull();
  });

  it('leaves no question behind that nobody can answer', async () => {
    const shahin = harness().colleague('supervisor');
    await shahin.says('/block 310002');
    const purge = () => harness().db.inTransaction((tx) => purgeQuestions(tx, harness().clock.now()));
    expect(await purge()).toBe(0);
    harness().clock.pass(6 * minute);
    expect(await purge()).toBe(1);
  });

  it('is not done when the role was lowered in the meantime', async () => {
    const shahin = harness().colleague('supervisor');
    await shahin.says('/block 310002');
    await harness().demote('supervisor', 'operator');
    expect(await shahin.press('button-staff-yes')).toEqual(['staff-not-allowed']);
    expect((await harness().member('behrouz')).closedFor).toBeNull();
    expect(await harness().trail('staff-not-allowed')).toMatchObject([{ detail: { act: 'block' } }]);
  });

  it('is not done to a member who is not as they were', async () => {
    await harness().befalls('behrouz', { closedFor: 'staff-block' });
    const shahin = harness().colleague('supervisor');
    await shahin.says('/unblock 310002');
    await harness().befalls('behrouz', { closedFor: 'not-me' });
    expect(await shahin.press('button-staff-yes')).toEqual(['act-overtaken']);
    expect((await harness().member('behrouz')).closedFor).toBe('not-me');
  });

  it('is not asked about where there is nothing to change', async () => {
    const shahin = harness().colleague('supervisor');
    expect(await shahin.says('/unblock 310002')).toEqual(['nothing-to-do']);
  });
});
