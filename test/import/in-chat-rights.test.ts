import { describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually.js';
import { chatForEachTest } from './chat-for-each-test.js';
import { strangers, textOf } from './list-harness.js';

const { harness, shahin, stateOfLast } = chatForEachTest();

describe('who may send a list', () => {
  it('nobody else learns that there is anything to send one to', async () => {
    const mina = harness().colleague('operator');
    const stranger = harness().stage.account('sara', 'telegram');
    const other = harness().stage.account('mahin', 'telegram');
    for (const account of [stranger, other]) account.say('/help');
    for (const account of [stranger, other]) await account.waitFor(({ from }) => from === 'bot');
    stranger.sendDocument(Buffer.from(textOf(strangers(1))), 'list.csv', 'text/csv');
    const told = await stranger.nextMessage();
    other.sendLocation();
    expect(told.text).toBe((await other.nextMessage()).text);
    stranger.say('/import');
    expect((await stranger.nextMessage()).text).toBe((other.say('/weather'), await other.nextMessage()).text);
    mina.send(textOf(strangers(1)), 'list.csv');
    await mina.account.waitFor(told.text);
    mina.account.say('/import');
    await mina.hears('staff-not-allowed');
    expect(await harness().runs()).toEqual([]);
  });

  it('a file without the command is not read, and neither is one after the wait', async () => {
    shahin().send(textOf(strangers(1)), 'list.csv');
    await shahin().hears('list-not-awaited');
    shahin().account.say('/import');
    await shahin().hears('list-wanted');
    shahin().account.sendLocation();
    await shahin().hears('list-is-awaited');
    shahin().account.say('/cancel');
    await shahin().hears('list-no-longer-awaited');
    shahin().send(textOf(strangers(1)), 'list.csv');
    await shahin().hears('list-not-awaited');
    shahin().account.say('/import');
    await shahin().hears('list-wanted');
    harness().clock.advance(16 * 60_000);
    shahin().send(textOf(strangers(1)), 'list.csv');
    await shahin().hears('list-not-awaited');
    expect(await harness().runs()).toEqual([]);
  });

  it('one wait is for one list', async () => {
    await shahin().handsOver(textOf(strangers(1)));
    shahin().send(textOf(strangers(2)), 'list.csv');
    await shahin().hears('list-not-awaited');
    await eventually(stateOfLast, (state) => state === 'judged');
    expect(await harness().runs()).toHaveLength(1);
  });

  it('a button of somebody who may not do it any more does nothing, and reads nothing out', async () => {
    await shahin().handsOver(textOf(strangers(3)));
    await shahin().hears('ask-apply-list', { faulty: 0 });
    const before = await harness().members();
    await harness().demote('supervisor', 'operator');
    shahin().press('staff-yes');
    await shahin().hears('staff-not-allowed');
    expect([await harness().members(), await stateOfLast()]).toEqual([before, 'judged']);
  });

  it('an empty list comes on a button, in both formats', async () => {
    shahin().account.say('/import');
    await shahin().hears('list-wanted');
    shahin().press('import-csv');
    const file = await shahin().file('members.csv');
    expect(shahin().account.open(file).toString()).toContain('کد ملی');
    shahin().press('import-xlsx');
    expect(
      shahin()
        .account.open(await shahin().file('members.xlsx'))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});
