import { minute } from '../../support/hand-clock.js';
import {
  ending,
  file,
  leftToStaff,
  missing,
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
    ...{ what: 'no account', reason: 'account-missing', buttons: missing },
    ...{ play: says(...right), options: { account: 'missing' } },
  },
  {
    ...{ what: 'a recovery on its way', reason: 'code-right', buttons: file },
    play: async (harness) => {
      await onItsWay(harness);
      const mina = harness.colleague('operator');
      await mina.says('/member 310002');
      return referenceOn(mina);
    },
  },
  {
    ...{ what: 'a recovery that is done', reason: 'reset-done', buttons: file },
    play: async (harness) => {
      await settled(harness, (results, id) => results.resetAnswered(id, 'done'));
      const mina = harness.colleague('operator');
      await mina.says('/member 310002');
      return referenceOn(mina);
    },
  },
  {
    ...{ what: 'no clear answer', reason: 'reset-kept', buttons: file },
    play: async (harness) =>
      referenceOn((await settled(harness, (results, id) => results.resetAnswered(id, 'unknown'))).behrouz),
  },
  {
    ...{ what: 'a request that was lost', reason: 'reset-sent-again', buttons: file },
    play: async (harness) => {
      const lost = await settled(harness, (results, id) => results.resetAnswered(id, 'unknown'));
      harness.clock.pass(minute);
      await harness.heart.settle(async (results) => {
        await results.askAgain();
        await results.outcomeAnswered(lost.id, 'never-arrived');
      });
      return referenceOn(lost.behrouz);
    },
  },
  {
    ...{ what: 'an account that is gone', reason: 'reset-given-back', buttons: file },
    play: async (harness) =>
      referenceOn((await settled(harness, (results, id) => results.resetAnswered(id, 'missing'))).behrouz),
  },
  {
    ...{ what: 'no answer for hours', reason: 'reset-with-staff', buttons: ending, says: /تا پایان مهلت/ },
    play: async (harness) => referenceOn((await leftToStaff(harness)).behrouz),
  },
  {
    ...{ what: 'an id of another account', reason: 'reset-with-staff', buttons: ending, says: /حساب دیگری/ },
    play: async (harness) =>
      referenceOn((await settled(harness, (results, id) => results.resetAnswered(id, 'conflict'))).behrouz),
  },
  {
    ...{ what: 'an account gone after a silence', reason: 'reset-with-staff', buttons: ending },
    says: /پاسخ اول سامانه نرسید/,
    play: async (harness) => {
      const { behrouz } = await settled(harness, async (results, id) => {
        await results.resetAnswered(id, 'unknown');
        await results.resetAnswered(id, 'missing');
      });
      return referenceOn(behrouz);
    },
  },
];
