import { Challenge } from '../../../entities/challenge.js';
import { OutboxEntry } from '../../../entities/outbox-entry.js';
import type { OwnerOrder } from '../../../src/reset/ports.js';
import type { Visitor } from '../../conversations/harness.js';
import type { StaffHarness } from '../staff-harness.js';
import { minute } from '../../support/hand-clock.js';
import { clearing, file, referenceOn, right, request, unlocking, type Scene } from './scene.js';

async function registerSays(harness: StaffHarness, owner: 'mismatch' | 'unknown'): Promise<Visitor> {
  const sara = harness.visitor('sara');
  await sara.says('/cancel', '/reset', '310001', '0010000011', '09120000001');
  const [order] = await harness.heart.jobs<OwnerOrder>('mobile-owner');
  if (order) await harness.heart.settle((results) => results.ownerAnswered(order, owner));
  await harness.heart.manager.update(OutboxEntry, { kind: 'mobile-owner' }, { state: 'done' });
  await harness.settleDown();
  return sara;
}

async function undelivered(harness: StaffHarness, delivery: 'undelivered' | 'blacklisted'): Promise<string> {
  const behrouz = harness.visitor('behrouz');
  await behrouz.says(...right);
  const { id: challengeId } = await harness.heart.manager.findOneByOrFail(Challenge, { state: 'open' });
  const lost = { challengeId, delivery, through: 'kavenegar', others: false, last: true };
  await harness.heart.settle((results) => results.sendNotDelivered(lost));
  await harness.settleDown();
  return referenceOn(behrouz);
}

/** Once more, when the first code is over. */
async function asksTwice(harness: StaffHarness): Promise<string> {
  const behrouz = harness.visitor('behrouz');
  await behrouz.says(...right);
  harness.clock.pass(6 * minute);
  await behrouz.says('/cancel', ...right);
  return referenceOn(behrouz);
}

export const smsScenes: readonly Scene[] = [
  {
    ...{
      what: 'first numbers by staff',
      reason: 'mobile-by-staff',
      buttons: request,
      says: /همکاران ثبت می‌کنند/,
    },
    options: { policy: { firstMobile: 'staff' } },
    play: async (harness) => {
      const sara = harness.visitor('sara');
      await sara.says('/reset', '310001', '0010000011');
      return referenceOn(sara);
    },
  },
  {
    ...{
      what: 'a register asked too often',
      reason: 'mobile-by-staff',
      buttons: request,
      says: /پرسش‌های امروز/,
    },
    options: { policy: { asksOwner: true, ownerQuestionsPerMemberAndDay: 1 } },
    play: async (harness) => {
      await registerSays(harness, 'unknown');
      harness.clock.pass(6 * minute);
      return referenceOn(await registerSays(harness, 'unknown'));
    },
  },
  {
    ...{
      what: 'a register that falls silent',
      reason: 'mobile-by-staff',
      buttons: request,
      says: /پاسخ روشنی/,
    },
    options: { policy: { asksOwner: true } },
    play: async (harness) => {
      await registerSays(harness, 'mismatch');
      return referenceOn(await registerSays(harness, 'unknown'));
    },
  },
  {
    ...{ what: 'a number in another name', reason: 'mobile-mismatch', buttons: request, says: /شاهکار/ },
    options: { policy: { asksOwner: true } },
    play: async (harness) => referenceOn(await registerSays(harness, 'mismatch')),
  },
  {
    ...{
      what: 'a number that has had enough',
      reason: 'too-many-sends',
      buttons: unlocking,
      says: /این شماره/,
    },
    ...{ options: { policy: { sendsPerMobileAndDay: 1 } }, play: asksTwice },
  },
  {
    ...{
      what: 'a member who has had enough',
      reason: 'too-many-sends',
      buttons: unlocking,
      says: /این بیمه‌شده/,
    },
    ...{ options: { policy: { sendsPerMemberAndDay: 1 } }, play: asksTwice },
  },
  {
    ...{
      what: 'a chat that has had enough',
      reason: 'too-many-sends',
      buttons: unlocking,
      says: /این گفتگو/,
    },
    ...{ options: { policy: { sendsPerChatAndHour: 1 } }, play: asksTwice },
  },
  {
    ...{
      what: 'an SMS that has only just gone',
      reason: 'send-too-soon',
      buttons: file,
      says: /چند لحظه پیش/,
    },
    play: async (harness) => {
      await harness.visitor('behrouz').says(...right);
      const elsewhere = harness.visitor('behrouz', 'bale');
      await elsewhere.says(...right);
      return referenceOn(elsewhere);
    },
  },
  {
    ...{ what: 'a budget of an hour', reason: 'sms-budget-spent', buttons: file, says: /سقف ساعتی/ },
    ...{ options: { policy: { sendsPerHour: 1 } }, play: asksTwice },
  },
  {
    ...{ what: 'a budget of a day', reason: 'sms-budget-spent', buttons: file, says: /سقف روزانه/ },
    ...{ options: { policy: { sendsPerDay: 1 } }, play: asksTwice },
  },
  {
    ...{ what: 'a phone that is off', reason: 'sms-undelivered', buttons: clearing, says: /خاموش/ },
    play: (harness) => undelivered(harness, 'undelivered'),
  },
  {
    ...{ what: 'a number that takes no SMS', reason: 'sms-undelivered', buttons: clearing, says: /بسته است/ },
    play: (harness) => undelivered(harness, 'blacklisted'),
  },
  {
    ...{ what: 'a number that has gone', reason: 'number-reported' },
    buttons: ['button-member', 'button-clearmobile', 'button-refuse-request'],
    play: async (harness) => {
      const behrouz = harness.visitor('behrouz');
      await behrouz.says(...right);
      await behrouz.press('button-number-not-mine');
      await behrouz.press('button-report-number');
      return referenceOn(behrouz);
    },
  },
];
