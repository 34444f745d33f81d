import { makeAudit } from '../../../src/audit/audit.js';
import type { StaffHarness } from '../staff-harness.js';
import { ending, file, leftToStaff, referenceOn, staffDoes, type Scene } from './scene.js';

const settling =
  (...buttons: string[]) =>
  async (harness: StaffHarness): Promise<string> => {
    const { behrouz } = await leftToStaff(harness);
    const shahin = await harness.atWork('supervisor');
    await shahin.says('/pending');
    for (const button of buttons) await shahin.press(button);
    return referenceOn(behrouz);
  };

const approval =
  (decides?: 'button-approve' | 'button-refuse') =>
  async (harness: StaffHarness): Promise<string> => {
    const parvaneh = await harness.atWork('owner');
    const shahin = await staffDoes(harness, '/clearmobile 310002');
    if (decides) await parvaneh.press(decides);
    return referenceOn(shahin);
  };

const ofLists = [
  ...(['import-judged', 'import-refused', 'import-dropped', 'import-approved', 'import-applied'] as const),
  ...(['import-undone', 'staff-apply-list', 'staff-apply-list-together'] as const),
  ...(['staff-apply-list-whole', 'import-consent-code'] as const),
  ...(['staff-undo-list', 'staff-undo-list-together'] as const),
];

/** Nobody works on lists here, so the line is written as it would be. */
const listed =
  (reason: (typeof ofLists)[number]) =>
  async (harness: StaffHarness): Promise<string> => {
    const reference = 'ACDE3467';
    const line = { reason, actor: `staff:${harness.numbers.supervisor}`, reference };
    await harness.db.inTransaction((tx) =>
      makeAudit({ tx, clock: harness.clock, keyring: harness.heart.keyring }).write(line),
    );
    return reference;
  };

/** Iraj's chat misbehaves, and a supervisor mutes it so often. */
const muting =
  (times: number) =>
  async (harness: StaffHarness): Promise<string> => {
    const iraj = harness.visitor('iraj');
    await iraj.says('/reset', '999999', '0010000011');
    const reference = referenceOn(iraj);
    for (let time = 0; time < times; time += 1) await staffDoes(harness, `/mute ${reference}`);
    return reference;
  };

export const staffScenes: readonly Scene[] = [
  { ...{ what: 'a chat that is muted', reason: 'staff-mute-chat', buttons: [] }, play: muting(1) },
  { ...{ what: 'a chat that is heard again', reason: 'staff-unmute-chat', buttons: [] }, play: muting(2) },
  {
    ...{ what: 'staff who saw that it was done', reason: 'staff-mark-done', buttons: file },
    play: settling('button-mark-done', 'button-staff-yes'),
  },
  {
    ...{ what: 'staff who saw that it was not', reason: 'staff-give-back', buttons: file },
    play: settling('button-give-back', 'button-staff-yes'),
  },
  {
    ...{ what: 'staff who asked once more', reason: 'staff-ask-portal', buttons: ending },
    play: settling('button-ask-portal'),
  },
  {
    ...{ what: 'a request that was declined', reason: 'staff-refuse-request', buttons: file },
    options: { policy: { firstMobile: 'staff' } },
    play: async (harness) => {
      const sara = harness.visitor('sara');
      await sara.says('/reset', '310001', '0010000011');
      const shahin = await harness.atWork('supervisor');
      await shahin.says('/pending');
      await shahin.press('button-refuse-request');
      await shahin.press('button-staff-yes');
      return referenceOn(sara);
    },
  },
  {
    ...{ what: 'a role that was lowered', reason: 'staff-not-allowed', buttons: ending },
    play: async (harness) => {
      const { behrouz } = await leftToStaff(harness);
      const parvaneh = await harness.atWork('owner');
      await parvaneh.says('/pending');
      await parvaneh.press('button-mark-done');
      await harness.demote('owner', 'operator');
      await parvaneh.press('button-staff-yes');
      return referenceOn(behrouz);
    },
  },
  { what: 'a second person asked', reason: 'approval-asked', buttons: file, play: approval() },
  {
    what: 'a second person who agreed',
    reason: 'approval-given',
    buttons: file,
    play: approval('button-approve'),
  },
  { what: 'one who did not', reason: 'approval-refused', buttons: file, play: approval('button-refuse') },
  ...ofLists.map((reason) => ({
    ...{ what: 'a list of members', reason, buttons: [], play: listed(reason) },
  })),
];
