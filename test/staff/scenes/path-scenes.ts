import { PasswordReset } from '../../../entities/password-reset.js';
import type { BlindOrder } from '../../../src/reset/ports.js';
import { hour, minute } from '../../support/hand-clock.js';
import type { StaffHarness } from '../staff-harness.js';
import {
  file,
  granting,
  onItsWay,
  opening,
  referenceOn,
  right,
  says,
  staffDoes,
  unlocking,
  wrong,
  wrongCodes,
  type Scene,
} from './scene.js';

/** Strangers have written wrong pairs about Behrouz until nobody is told any more. */
async function burnt(harness: StaffHarness): Promise<void> {
  for (let chat = 900; chat < 910; chat += 1) await harness.guest(chat).says(...wrong);
}

/** Somebody is guessing codes. */
const guessed = (harness: StaffHarness) =>
  harness.db.inTransaction((tx) =>
    harness.heart.services(tx).limits.take({ key: 'breaker:codes:hour', most: 1, windowMs: hour }),
  );

export const pathScenes: readonly Scene[] = [
  {
    ...{ what: 'somebody else’s national ID', reason: 'no-match', buttons: file },
    ...{ play: says(...wrong), says: /در فهرست هست/ },
  },
  {
    ...{ what: 'a code that nobody has', reason: 'no-match', buttons: [] },
    ...{ play: says('/reset', '999999', '0020000022'), says: /در فهرست نیست/ },
  },
  {
    ...{
      what: 'wrong pairs in one chat',
      reason: 'too-many-pairs',
      buttons: unlocking,
      says: /در این گفتگو/,
    },
    play: says(...Array.from({ length: 6 }, () => wrong).flat()),
  },
  {
    ...{ what: 'a right pair that strangers had used up', reason: 'code-perhaps-sent', buttons: unlocking },
    ...{ says: /مشخصاتی که اینجا نوشته شد درست بود/ },
    play: async (harness) => {
      await burnt(harness);
      return says(...right)(harness);
    },
  },
  {
    ...{ what: 'a wrong pair that strangers had used up', reason: 'code-perhaps-sent', buttons: unlocking },
    ...{ says: /مشخصاتی که اینجا نوشته شد مطابقت نداشت/ },
    play: async (harness) => {
      await burnt(harness);
      return says(...wrong)(harness);
    },
  },
  {
    ...{ what: 'a right pair whose code could not be sent', reason: 'code-not-sent', buttons: unlocking },
    ...{ says: /سامانه پاسخ نداد/ },
    play: async (harness) => {
      await burnt(harness);
      const reference = await says(...right)(harness);
      const [order] = (await harness.heart.jobs<BlindOrder>('blind-code')).slice(-1);
      await harness.heart.settle((results) => results.blindAnswered(order!, 'away'));
      return reference;
    },
  },
  {
    ...{ what: 'another number than the one on record', reason: 'card-differs', buttons: file },
    play: async (harness) => {
      await guessed(harness);
      const behrouz = harness.visitor('behrouz');
      await behrouz.says(...right);
      await behrouz.shareContact({ phone_number: '09120000099', user_id: Number(behrouz.asker.senderId) });
      return referenceOn(behrouz);
    },
  },
  {
    ...{ what: 'a chat that has not shown its number', reason: 'codes-need-card', buttons: file },
    play: async (harness) => {
      const behrouz = harness.visitor('behrouz');
      await behrouz.says(...right);
      await guessed(harness);
      await behrouz.says('12345');
      return referenceOn(behrouz);
    },
  },
  {
    ...{ what: 'a chat that checks a list', reason: 'too-many-members', buttons: [] },
    options: { policy: { membersPerChatAndDay: 1 } },
    play: says(...right, '/cancel', '/reset', '310001', '0010000011'),
  },
  {
    ...{ what: 'a lock', reason: 'locked', buttons: unlocking, options: { policy: { wrongCodesInRow: 3 } } },
    play: async (harness) => {
      await wrongCodes(harness);
      return says(...right)(harness);
    },
  },
  {
    ...{ what: 'a second lock', reason: 'locked-until-staff', buttons: unlocking, says: /بار دوم/ },
    options: { policy: { wrongCodesInRow: 3 } },
    play: async (harness) => {
      await harness.befalls('behrouz', { locks: 1 });
      await wrongCodes(harness);
      return says(...right)(harness);
    },
  },
  {
    ...{ what: 'a block', reason: 'locked-until-staff', buttons: opening, says: /همکاران آن را بسته/ },
    play: async (harness) => {
      await staffDoes(harness, '/block 310002');
      return says(...right)(harness);
    },
  },
  {
    ...{ what: 'a freeze', reason: 'locked-until-staff', buttons: opening, says: /کار او نبوده/ },
    play: async (harness) => {
      await harness.befalls('behrouz', { closedFor: 'not-me' });
      return says(...right)(harness);
    },
  },
  {
    ...{ what: 'cover that is over', reason: 'cover-not-active', buttons: file },
    play: async (harness) => {
      const laleh = harness.visitor('laleh');
      await laleh.says('/reset', '310005', '0050000055');
      return referenceOn(laleh);
    },
  },
  {
    ...{ what: 'a recovery before this one', reason: 'under-way', buttons: file },
    play: async (harness) => {
      await onItsWay(harness);
      return says(...right)(harness);
    },
  },
  {
    ...{ what: 'five recoveries', reason: 'resets-used-up', buttons: granting, says: /\/grant/ },
    play: async (harness) => {
      const kamran = harness.visitor('kamran');
      await kamran.says('/reset', '310004', '0040000044');
      return referenceOn(kamran);
    },
  },
  {
    ...{ what: 'a number that others have changed', reason: 'number-cooling', buttons: file },
    play: async (harness) => {
      const codesFrom = new Date(harness.clock.now().getTime() + 3_600_000);
      await harness.befalls('behrouz', { codesFrom });
      return says(...right)(harness);
    },
  },
  {
    ...{ what: 'a change that the member did not ask for', reason: 'not-my-change', buttons: opening },
    play: async (harness) => {
      const here = harness.visitor('behrouz');
      await here.says(...right);
      await here.says(await harness.code());
      const { id: memberId } = await harness.member('behrouz');
      await harness.db.inTransaction((tx) =>
        harness.heart
          .services(tx)
          .identityChanges.note([{ memberId, what: 'mobile-replaced', replaced: null }], false),
      );
      await harness.heart.settle((results) => results.tellIdentityChanges());
      await harness.settleDown();
      await here.press('button-not-my-change');
      return referenceOn(here);
    },
  },
  {
    ...{ what: 'three wrong codes', reason: 'code-wrong-last', buttons: file },
    play: wrongCodes,
  },
  {
    ...{ what: 'a row of wrong codes', reason: 'locked-for-wrong-codes', buttons: unlocking },
    ...{ play: wrongCodes, options: { policy: { wrongCodesInRow: 3 } } },
  },
  {
    ...{ what: 'a second row of wrong codes', reason: 'closed-for-wrong-codes', buttons: unlocking },
    options: { policy: { wrongCodesInRow: 3 } },
    play: async (harness) => {
      await harness.befalls('behrouz', { locks: 1 });
      return wrongCodes(harness);
    },
  },
  {
    ...{ what: 'a recovery by somebody else', reason: 'not-me', buttons: opening },
    play: async (harness) => {
      const [here, there] = [harness.visitor('behrouz', 'bale'), harness.visitor('behrouz')];
      await here.says(...right);
      await here.says(await harness.code());
      const first = await harness.heart.manager.findOneByOrFail(PasswordReset, { state: 'reserved' });
      await harness.heart.settleDone(first.id);
      harness.clock.pass(minute);
      await there.says(...right);
      await there.says(await harness.code());
      const second = await harness.heart.manager.findOneByOrFail(PasswordReset, { state: 'reserved' });
      await harness.heart.settleDone(second.id);
      await harness.settleDown();
      await here.press('button-not-me');
      return referenceOn(here);
    },
  },
];
