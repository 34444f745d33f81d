import { PasswordReset } from '../../../entities/password-reset.js';
import {
  file,
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
    ...{ what: 'wrong pairs from other chats', reason: 'too-many-pairs', buttons: unlocking },
    ...{ says: /گفتگوهای دیگر/ },
    play: async (house) => {
      for (let chat = 900; chat < 910; chat += 1) await house.guest(chat).says(...wrong);
      return says(...right)(house);
    },
  },
  {
    ...{ what: 'a lock', reason: 'locked', buttons: unlocking, options: { policy: { wrongCodesInRow: 3 } } },
    play: async (house) => {
      await wrongCodes(house);
      return says(...right)(house);
    },
  },
  {
    ...{ what: 'a second lock', reason: 'locked-until-staff', buttons: unlocking, says: /بار دوم/ },
    options: { policy: { wrongCodesInRow: 3 } },
    play: async (house) => {
      await house.befalls('behrouz', { locks: 1 });
      await wrongCodes(house);
      return says(...right)(house);
    },
  },
  {
    ...{ what: 'a block', reason: 'locked-until-staff', buttons: opening, says: /همکاران آن را بسته/ },
    play: async (house) => {
      await staffDoes(house, '/block 310002');
      return says(...right)(house);
    },
  },
  {
    ...{ what: 'a freeze', reason: 'locked-until-staff', buttons: opening, says: /کار او نبوده/ },
    play: async (house) => {
      await house.befalls('behrouz', { closedFor: 'not-me' });
      return says(...right)(house);
    },
  },
  {
    ...{ what: 'cover that is over', reason: 'cover-not-active', buttons: file },
    play: async (house) => {
      const laleh = house.visitor('laleh');
      await laleh.says('/reset', '310005', '0050000055');
      return referenceOn(laleh);
    },
  },
  {
    ...{ what: 'a recovery before this one', reason: 'under-way', buttons: file },
    play: async (house) => {
      await onItsWay(house);
      return says(...right)(house);
    },
  },
  {
    ...{ what: 'five recoveries', reason: 'resets-used-up', buttons: file, says: /\/grant/ },
    play: async (house) => {
      const kamran = house.visitor('kamran');
      await kamran.says('/reset', '310004', '0040000044');
      return referenceOn(kamran);
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
    play: async (house) => {
      await house.befalls('behrouz', { locks: 1 });
      return wrongCodes(house);
    },
  },
  {
    ...{ what: 'a recovery by somebody else', reason: 'not-me', buttons: opening },
    play: async (house) => {
      const [here, there] = [house.visitor('behrouz', 'bale'), house.visitor('behrouz')];
      await here.says(...right);
      await here.says(await house.code());
      const first = await house.heart.manager.findOneByOrFail(PasswordReset, { state: 'reserved' });
      await house.heart.settleDone(first.id);
      await there.says(...right);
      await there.says(await house.code());
      const second = await house.heart.manager.findOneByOrFail(PasswordReset, { state: 'reserved' });
      await house.heart.settleDone(second.id);
      await house.settleDown();
      await here.press('button-not-me');
      return referenceOn(here);
    },
  },
];
