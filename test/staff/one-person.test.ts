import { describe, expect, it } from 'vitest';
import { purgeQuestions } from '../../src/staff/purge.js';
import { hour, minute } from '../support/hand-clock.js';
import { houseForEachTest } from './staff-harness.js';

const house = houseForEachTest();

describe('something that one person may do', () => {
  it('is asked about once more, done, and written into the trail', async () => {
    const lockedUntil = new Date(house().clock.now().getTime() + 5 * hour);
    await house().befalls('behrouz', { lockedUntil, locks: 1, wrongCodesInRow: 3 });
    const mina = house().colleague('operator');
    expect(await mina.says('/unlock 310002')).toEqual(['ask-unlock', 'ask-are-you-sure']);
    expect((await house().member('behrouz')).lockedUntil).not.toBeNull();
    expect(await mina.press('button-staff-yes')).toEqual(['did-unlock']);
    const free = { lockedUntil: null, locks: 0, wrongCodesInRow: 0 };
    expect(await house().member('behrouz')).toMatchObject(free);
    expect(await house().trail('staff-unlock')).toEqual([
      {
        actor: `staff:${house().numbers.operator}`,
        memberId: house().heart.ids.behrouz,
        detail: { role: 'operator', platform: 'telegram' },
      },
    ]);
  });

  it('is not done after a no, and the button is over', async () => {
    const shahin = house().colleague('supervisor');
    await shahin.says('/block 310002');
    const yes = shahin.screen.dataOf('انجام شود');
    expect(await shahin.press('button-staff-no')).toEqual(['act-dropped']);
    await shahin.pressData(yes);
    expect(shahin.screen.news()).toEqual(['question-over']);
    expect((await house().member('behrouz')).closedFor).toBeNull();
  });

  it('is done once, however often the button is pressed', async () => {
    const shahin = house().colleague('supervisor');
    await shahin.says('/block 310002');
    expect(await shahin.press('button-staff-yes')).toEqual(['did-block']);
    expect(await shahin.press('button-staff-yes')).toEqual(['question-over']);
    expect(await house().trail('staff-block')).toHaveLength(1);
  });

  it('is not done by another account with the same button, not even the person’s own', async () => {
    const shahin = house().colleague('supervisor');
    await shahin.says('/block 310002');
    const yes = shahin.screen.dataOf('انجام شود');
    for (const other of [house().colleague('owner'), house().colleague('supervisor', 'bale')]) {
      await other.pressData(yes);
      expect(other.screen.news()).toEqual(['question-over']);
    }
    expect(await shahin.press('button-staff-yes')).toEqual(['did-block']);
  });

  it('is not done when the button is old', async () => {
    const shahin = house().colleague('supervisor');
    await shahin.says('/block 310002');
    house().clock.pass(6 * minute);
    expect(await shahin.press('button-staff-yes')).toEqual(['question-over']);
    expect((await house().member('behrouz')).closedFor).toBeNull();
  });

  it('leaves no question behind that nobody can answer', async () => {
    const shahin = house().colleague('supervisor');
    await shahin.says('/block 310002');
    const purge = () => house().db.inTransaction((tx) => purgeQuestions(tx, house().clock.now()));
    expect(await purge()).toBe(0);
    house().clock.pass(6 * minute);
    expect(await purge()).toBe(1);
  });

  it('is not done when the role was lowered in the meantime', async () => {
    const shahin = house().colleague('supervisor');
    await shahin.says('/block 310002');
    await house().demote('supervisor', 'operator');
    expect(await shahin.press('button-staff-yes')).toEqual(['staff-not-allowed']);
    expect((await house().member('behrouz')).closedFor).toBeNull();
    expect(await house().trail('staff-not-allowed')).toMatchObject([{ detail: { act: 'block' } }]);
  });

  it('is not done to a member who is not as they were', async () => {
    await house().befalls('behrouz', { closedFor: 'staff-block' });
    const shahin = house().colleague('supervisor');
    await shahin.says('/unblock 310002');
    await house().befalls('behrouz', { closedFor: 'not-me' });
    expect(await shahin.press('button-staff-yes')).toEqual(['act-overtaken']);
    expect((await house().member('behrouz')).closedFor).toBe('not-me');
  });

  it('is not asked about where there is nothing to change', async () => {
    const shahin = house().colleague('supervisor');
    expect(await shahin.says('/unblock 310002')).toEqual(['nothing-to-do']);
  });
});
