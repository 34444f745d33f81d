import { minute } from '../../support/hand-clock.js';
import {
  ending,
  file,
  leftToStaff,
  onItsWay,
  referenceOn,
  right,
  says,
  settled,
  type Scene,
} from './scene.js';

export const portalScenes: readonly Scene[] = [
  {
    ...{ what: 'a portal that is away', reason: 'portal-away', buttons: file },
    ...{ play: says(...right), options: { account: 'away' } },
  },
  {
    ...{ what: 'no account', reason: 'account-missing', buttons: file },
    ...{ play: says(...right), options: { account: 'missing' } },
  },
  {
    ...{ what: 'a recovery on its way', reason: 'code-right', buttons: file },
    play: async (house) => {
      await onItsWay(house);
      const mina = house.colleague('operator');
      await mina.says('/member 310002');
      return referenceOn(mina);
    },
  },
  {
    ...{ what: 'a recovery that is done', reason: 'reset-done', buttons: file },
    play: async (house) => {
      await settled(house, (settlement, id) => settlement.resetAnswered(id, 'done'));
      const mina = house.colleague('operator');
      await mina.says('/member 310002');
      return referenceOn(mina);
    },
  },
  {
    ...{ what: 'no clear answer', reason: 'reset-kept', buttons: file },
    play: async (house) =>
      referenceOn(
        (await settled(house, (settlement, id) => settlement.resetAnswered(id, 'unknown'))).behrouz,
      ),
  },
  {
    ...{ what: 'a request that was lost', reason: 'reset-sent-again', buttons: file },
    play: async (house) => {
      const lost = await settled(house, (settlement, id) => settlement.resetAnswered(id, 'unknown'));
      house.clock.pass(minute);
      await house.heart.settle(async (settlement) => {
        await settlement.askAgain();
        await settlement.outcomeAnswered(lost.id, 'never-arrived');
      });
      return referenceOn(lost.behrouz);
    },
  },
  {
    ...{ what: 'an account that is gone', reason: 'reset-given-back', buttons: file },
    play: async (house) =>
      referenceOn(
        (await settled(house, (settlement, id) => settlement.resetAnswered(id, 'missing'))).behrouz,
      ),
  },
  {
    ...{ what: 'no answer for hours', reason: 'reset-with-staff', buttons: ending, says: /تا پایان مهلت/ },
    play: async (house) => referenceOn((await leftToStaff(house)).behrouz),
  },
  {
    ...{ what: 'an id of another account', reason: 'reset-with-staff', buttons: ending, says: /حساب دیگری/ },
    play: async (house) =>
      referenceOn(
        (await settled(house, (settlement, id) => settlement.resetAnswered(id, 'conflict'))).behrouz,
      ),
  },
];
