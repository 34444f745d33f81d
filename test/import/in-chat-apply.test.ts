import { describe, expect, it } from 'vitest';
import { person } from '../../playground/cast.js';
import { bare } from '../conversations/screen.js';
import { eventually } from '../support/eventually.js';
import { chatForEachTest } from './chat-for-each-test.js';
import { strangers, textOf } from './list-harness.js';

const { harness, parvaneh, shahin, stateOfLast } = chatForEachTest();

const mobilesAlone = { firstMobiles: 0, nationalIds: 0, givenBack: 0 };

describe('two presses', () => {
  it('apply it once', async () => {
    await shahin().handsOver(textOf(strangers(3)));
    await shahin().hears('ask-apply-list', { faulty: 0 });
    const press = shahin().keepButton('staff-yes');
    press();
    press();
    await shahin().hears('question-over');
    await eventually(stateOfLast, (state) => state === 'done');
    expect(await harness().trail('import-applied')).toHaveLength(1);
    expect(await harness().trail('staff-apply-list')).toHaveLength(1);
  });
});

describe('two persons', () => {
  const [behrouz] = [person('behrouz')];
  const crowd = strangers(130);
  const moved = crowd.map((line, at) => ({ ...line, mobile: `0912777${String(at).padStart(4, '0')}` }));

  const enterCrowd = async (): Promise<void> => {
    await shahin().handsOver(textOf(crowd));
    await shahin().hears('ask-apply-list', { faulty: 0 });
    shahin().press('staff-yes');
    await shahin().hears('list-over-applied', { overtaken: 0 });
  };

  it('are wanted for many mobiles, to apply them and to take them back', async () => {
    await enterCrowd();
    const before = await harness().member(crowd[0]!.insuredCode);
    await shahin().handsOver(textOf(moved));
    await shahin().hears('ask-apply-list-together', { ...mobilesAlone, overMembersOwn: 0 });
    shahin().press('staff-yes');
    await shahin().hears('approval-sent');
    expect(await harness().member(crowd[0]!.insuredCode)).toEqual(before);
    await parvaneh().pressesNext('approve');
    await shahin().hears('list-over-applied', { overtaken: 0 });
    expect((await harness().member(crowd[0]!.insuredCode))?.mobileIndex).not.toBe(before?.mobileIndex);
    const run = (await harness().runs()).at(-1)!;
    expect(run).toMatchObject({ state: 'done', startedBy: 'staff:2', approvedBy: 'staff:1', mobiles: 130 });
    expect(await harness().trail('import-approved')).toMatchObject([{ actor: 'staff:1' }]);

    shahin().account.say(`/import undo ${run.reference}`);
    await shahin().hears('ask-undo-list-together', mobilesAlone);
    shahin().press('staff-yes');
    await parvaneh().pressesNext('refuse');
    await shahin().hears('staff-decided', { state: 'refused' });
    expect(await stateOfLast()).toBe('done');
    shahin().account.say(`/import undo ${run.reference}`);
    await shahin().hears('ask-undo-list-together', mobilesAlone);
    shahin().press('staff-yes');
    await parvaneh().pressesNext('approve');
    await shahin().hears('list-over-undone', { kept: 0 });
    expect((await harness().member(crowd[0]!.insuredCode))?.mobileIndex).toBe(before?.mobileIndex);
  });

  it('are wanted from the first number on', async () => {
    await shahin().handsOver(textOf(crowd.slice(0, 1)));
    await shahin().hears('ask-apply-list', { faulty: 0 });
    shahin().press('staff-yes');
    await shahin().hears('list-over-applied', { overtaken: 0 });
    await shahin().handsOver(textOf(moved.slice(0, 1)));
    await shahin().hears('ask-apply-list-together', { ...mobilesAlone, overMembersOwn: 0 });
  });

  it('are wanted to put a number over the one that a member registered; it stays without them', async () => {
    await enterCrowd();
    const [own] = crowd;
    const { manager } = (await harness().app()).dataSource;
    await manager.query("UPDATE members SET mobile_source = 'typed' WHERE insured_code = ?", [
      own!.insuredCode,
    ]);
    const registered = (await harness().member(own!.insuredCode))?.mobileIndex;
    const list = textOf([{ ...own!, mobile: behrouz.phone, to: '2027-06-01' }]);
    await shahin().handsOver(list);
    const judged = await shahin().hears('list-judged');
    expect(bare(judged.text)).toMatch(shahin().like('list-change-stays'));
    await shahin().hears('ask-apply-list', { faulty: 0 });
    shahin().press('staff-yes');
    await shahin().hears('list-over-applied', { overtaken: 0 });
    expect((await harness().member(own!.insuredCode))?.mobileIndex).toBe(registered);

    await shahin().handsOver(list);
    await shahin().hears('ask-apply-list-together', { ...mobilesAlone, mobiles: 0, overMembersOwn: 1 });
    shahin().press('import-replace');
    await parvaneh().hears('approval-asked');
    expect((await harness().member(own!.insuredCode))?.mobileIndex).toBe(registered);
    parvaneh().press('approve');
    await shahin().hears('list-over-applied', { overtaken: 0 });
    expect((await harness().member(own!.insuredCode))?.mobileIndex).not.toBe(registered);
  });
});
