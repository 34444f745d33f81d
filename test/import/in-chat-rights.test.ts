import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { person } from '../../playground/cast.js';
import { bare } from '../conversations/screen.js';
import { databases } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { openChatHouse, type ChatHouse, type Colleague } from './chat-house.js';
import { strangers, textOf } from './list-house.js';

let house: ChatHouse;
let shahin: Colleague;
let parvaneh: Colleague;
beforeEach(async () => {
  house = await openChatHouse(databases[0]!);
  shahin = house.colleague('supervisor');
  parvaneh = house.colleague('owner');
});
afterEach(() => house.close());

const stateOfLast = async () => (await house.runs()).at(-1)?.state;

describe('who may send a list', () => {
  it('nobody else learns that there is anything to send one to', async () => {
    const [mina, sara] = [house.colleague('operator'), person('sara')];
    const stranger = house.stage.account('sara', 'telegram');
    const other = house.stage.account('mahin', 'telegram');
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
    expect(sara.insuredCode).not.toBe('');
    expect(await house.runs()).toEqual([]);
  });

  it('a file without the command is not read, and neither is one after the wait', async () => {
    shahin.send(textOf(strangers(1)), 'list.csv');
    await shahin.hears('list-not-awaited');
    shahin.account.say('/import');
    await shahin.hears('list-wanted');
    shahin.account.sendLocation();
    await shahin.hears('list-is-awaited');
    shahin.account.say('/cancel');
    await shahin.hears('list-no-longer-awaited');
    shahin.send(textOf(strangers(1)), 'list.csv');
    await shahin.hears('list-not-awaited');
    shahin.account.say('/import');
    await shahin.hears('list-wanted');
    house.clock.advance(16 * 60_000);
    shahin.send(textOf(strangers(1)), 'list.csv');
    await shahin.hears('list-not-awaited');
    expect(await house.runs()).toEqual([]);
  });

  it('one wait is for one list', async () => {
    await shahin.handsOver(textOf(strangers(1)));
    shahin.send(textOf(strangers(2)), 'list.csv');
    await shahin.hears('list-not-awaited');
    await eventually(stateOfLast, (state) => state === 'judged');
    expect(await house.runs()).toHaveLength(1);
  });

  it('a button of somebody who may not do it any more does nothing, and reads nothing out', async () => {
    await shahin.handsOver(textOf(strangers(3)));
    await shahin.hears('ask-apply-list', { faulty: 0 });
    const before = await house.members();
    await house.demote('supervisor', 'operator');
    shahin.press('staff-yes');
    await shahin.hears('staff-not-allowed');
    expect([await house.members(), await stateOfLast()]).toEqual([before, 'judged']);
  });

  it('an empty list comes on a button, in both formats', async () => {
    shahin.account.say('/import');
    await shahin.hears('list-wanted');
    shahin.press('import-csv');
    const file = await shahin.file('members.csv');
    expect(shahin.account.open(file).toString()).toContain('کد ملی');
    shahin.press('import-xlsx');
    expect(
      shahin.account
        .open(await shahin.file('members.xlsx'))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});

describe('two presses', () => {
  it('apply it once', async () => {
    await shahin.handsOver(textOf(strangers(3)));
    await shahin.hears('ask-apply-list', { faulty: 0 });
    const press = shahin.keepButton('staff-yes');
    press();
    press();
    await shahin.hears('question-over');
    await eventually(stateOfLast, (state) => state === 'done');
    expect(await house.trail('import-applied')).toHaveLength(1);
    expect(await house.trail('staff-apply-list')).toHaveLength(1);
  });
});

describe('two persons', () => {
  const [behrouz] = [person('behrouz')];
  const crowd = strangers(130);
  const moved = crowd.map((line, at) => ({ ...line, mobile: `0912777${String(at).padStart(4, '0')}` }));

  const enterCrowd = async (): Promise<void> => {
    await shahin.handsOver(textOf(crowd));
    await shahin.hears('ask-apply-list', { faulty: 0 });
    shahin.press('staff-yes');
    await shahin.hears('list-over-applied', { overtaken: 0 });
  };

  it('are wanted for many mobiles, to apply them and to take them back', async () => {
    await enterCrowd();
    const before = await house.member(crowd[0]!.insuredCode);
    await shahin.handsOver(textOf(moved));
    await shahin.hears('ask-apply-list-together', { overMembersOwn: 0 });
    shahin.press('staff-yes');
    await shahin.hears('approval-sent');
    expect(await house.member(crowd[0]!.insuredCode)).toEqual(before);
    await parvaneh.pressesNext('approve');
    await shahin.hears('list-over-applied', { overtaken: 0 });
    expect((await house.member(crowd[0]!.insuredCode))?.mobileIndex).not.toBe(before?.mobileIndex);
    const run = (await house.runs()).at(-1)!;
    expect(run).toMatchObject({ state: 'done', startedBy: 'staff:2', approvedBy: 'staff:1', mobiles: 130 });
    expect(await house.trail('import-approved')).toMatchObject([{ actor: 'staff:1' }]);

    shahin.account.say(`/import undo ${run.reference}`);
    await shahin.hears('ask-undo-list-together');
    shahin.press('staff-yes');
    await parvaneh.pressesNext('refuse');
    await shahin.hears('staff-decided', { state: 'refused' });
    expect(await stateOfLast()).toBe('done');
    shahin.account.say(`/import undo ${run.reference}`);
    await shahin.hears('ask-undo-list-together');
    shahin.press('staff-yes');
    await parvaneh.pressesNext('approve');
    await shahin.hears('list-over-undone', { kept: 0 });
    expect((await house.member(crowd[0]!.insuredCode))?.mobileIndex).toBe(before?.mobileIndex);
  });

  it('are wanted from the first number on where the house will have it so', async () => {
    await house.close();
    house = await openChatHouse(databases[0]!, { settings: { LIST_IDENTITIES_ALONE: '0' } });
    shahin = house.colleague('supervisor');
    await shahin.handsOver(textOf(crowd.slice(0, 1)));
    await shahin.hears('ask-apply-list', { faulty: 0 });
    shahin.press('staff-yes');
    await shahin.hears('list-over-applied', { overtaken: 0 });
    await shahin.handsOver(textOf(moved.slice(0, 1)));
    await shahin.hears('ask-apply-list-together', { overMembersOwn: 0 });
  });

  it('are wanted to put a number over the one that a member registered; it stays without them', async () => {
    await enterCrowd();
    const [own] = crowd;
    const { manager } = (await house.app()).dataSource;
    await manager.query("UPDATE members SET mobile_source = 'typed' WHERE insured_code = ?", [
      own!.insuredCode,
    ]);
    const registered = (await house.member(own!.insuredCode))?.mobileIndex;
    const list = textOf([{ ...own!, mobile: behrouz.phone, to: '2027-06-01' }]);
    await shahin.handsOver(list);
    const judged = await shahin.hears('list-judged');
    expect(bare(judged.text)).toMatch(shahin.like('list-change-stays'));
    await shahin.hears('ask-apply-list', { faulty: 0 });
    shahin.press('staff-yes');
    await shahin.hears('list-over-applied', { overtaken: 0 });
    expect((await house.member(own!.insuredCode))?.mobileIndex).toBe(registered);

    await shahin.handsOver(list);
    await shahin.hears('ask-apply-list-together', { overMembersOwn: 1 });
    shahin.press('import-replace');
    await parvaneh.hears('approval-asked');
    expect((await house.member(own!.insuredCode))?.mobileIndex).toBe(registered);
    parvaneh.press('approve');
    await shahin.hears('list-over-applied', { overtaken: 0 });
    expect((await house.member(own!.insuredCode))?.mobileIndex).not.toBe(registered);
  });
});

describe('what became of lists', () => {
  it('is shown with who, and a list is asked about again by its reference', async () => {
    shahin.account.say('/import status');
    await shahin.hears('lists-none');
    await shahin.handsOver(textOf(strangers(2)));
    await shahin.hears('ask-apply-list', { faulty: 0 });
    const { reference } = (await house.runs()).at(-1)!;
    shahin.account.say('/import status');
    const told = bare((await shahin.hears('lists-lately')).text);
    expect(told).toMatch(new RegExp(`${reference}[^]*شاهین دادگر: در انتظار تأیید`));
    parvaneh.account.say(`/import apply ${reference}`);
    await parvaneh.hears('list-of-another');
    parvaneh.account.say(`/import undo ${reference}`);
    await parvaneh.hears('list-not-to-be-undone');
    shahin.account.say(`/import apply ${reference.toLowerCase()}`);
    await shahin.hears('ask-apply-list', { faulty: 0 });
    shahin.press('staff-yes');
    await shahin.hears('list-over-applied', { overtaken: 0 });
    shahin.account.say(`/import apply ${reference}`);
    await shahin.hears('list-not-to-be-applied');
    shahin.account.say('/import undo ACDE3467');
    await shahin.hears('list-unknown');
  });
});

it('others are answered while a long list is read', async () => {
  await shahin.handsOver(textOf(strangers(8_000)));
  await eventually(stateOfLast, (state) => state === 'reading');
  parvaneh.account.say('/whoami');
  await parvaneh.account.waitFor(/مهرآیین.*مالک/);
  expect(await stateOfLast()).toBe('reading');
  await eventually(stateOfLast, (state) => state === 'judged', 40_000);
}, 60_000);

describe('a file that does not come', () => {
  it.each([
    ['twice by a broken line, is read the third time', 'reset'],
    ['twice by a server in trouble, is read the third time', 'server-error'],
  ] as const)('%s', async (_, kind) => {
    const fault = kind === 'reset' ? ({ kind, when: 'before' } as const) : { kind };
    house.stage.emulator.faults.next(fault, { method: 'getFile' });
    house.stage.emulator.faults.next(fault, { method: 'file' });
    await shahin.handsOver(textOf(strangers(2)));
    await shahin.hears('ask-apply-list', { faulty: 0 });
  });

  it('because the messenger has it no more is told, and nothing is half done', async () => {
    const leave = house.stage.emulator.faults.intercept('getFile', async () => ({
      ...{ ok: false, error_code: 400, description: 'Bad Request: invalid file_id' },
    }));
    await shahin.handsOver(textOf(strangers(2)));
    await shahin.hears('list-over-gone');
    leave();
    expect(await house.runs()).toEqual([]);
  });

  it('because it is too large is refused before it is asked for, or where that was not said, after', async () => {
    const large = Buffer.alloc(21 * 1_024 * 1_024, 'x');
    shahin.account.say('/import');
    await shahin.hears('list-wanted');
    shahin.send(large, 'list.csv');
    await shahin.hears('list-too-large');
    const asked = () => house.stage.emulator.calls().filter(({ method }) => method === 'getFile');
    expect(asked()).toHaveLength(0);
    shahin.send(textOf(strangers(1)), 'list.csv');
    await shahin.hears('ask-apply-list', { faulty: 0 });
  });
});
