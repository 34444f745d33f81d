import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OutboxEntry } from '../../../entities/outbox-entry.js';
import { SmsMessage } from '../../../entities/sms-message.js';
import { makeSendNoticeHandler } from '../../../src/handlers/sms/send-notice.js';
import type { SendResult } from '../../../src/sms/gateway.js';
import { makeSentMessages } from '../../../src/sent-messages/sent-messages.js';
import { onCleanDatabases } from '../../support/clean-database.js';
import { hour, minute, second } from '../../support/hand-clock.js';
import { openOutbox } from '../../outbox/harness.js';
import { untilPasses } from '../../support/eventually.js';

/** For a busy machine. */
const through = 'kavenegar';
const accepted: SendResult = { kind: 'accepted', id: 'kavenegar:1', through };
const noCredit: SendResult = { kind: 'refused', reason: 'credit', fault: 'kavenegar 418', through };
const resting: SendResult = { kind: 'unavailable', maybeSent: false, fault: 'resting', through: null };
const perhaps: SendResult = { kind: 'unavailable', maybeSent: true, fault: 'too slow', through };

onCleanDatabases('the notice of a recovery', (db) => {
  let outbox: ReturnType<typeof openOutbox>;
  let asked: number;
  let answer: SendResult;
  beforeEach(async () => {
    [outbox, asked] = [openOutbox(db()), 0];
    const sms = { sendNotice: async () => ((asked += 1), answer) };
    const sent: Parameters<typeof makeSendNoticeHandler>[0]['sent'] = (tx) =>
      makeSentMessages({ tx, clock: outbox.clock, terms: {} });
    outbox.work([makeSendNoticeHandler({ sms, sent })]);
  });
  afterEach(() => outbox.close());

  const order = async () => {
    await outbox.write({
      kind: 'sms-notice',
      payload: { to: '09120000001', notice: 'reset', subject: 'one' },
    });
    await untilPasses(async () => expect([asked, (await entry())?.state]).toEqual([1, 'waiting']));
  };
  const entry = async () => (await outbox.entries())[0];

  /** Tried once more, as soon as it may be and after so long at least; false when it is over. */
  async function triedAgain(atLeastMs = 0): Promise<boolean> {
    const [tries, { state, dueAt }] = [asked, (await entry()) as OutboxEntry];
    if (state !== 'waiting') return false;
    outbox.clock.pass(Math.max(atLeastMs, dueAt.getTime() - outbox.clock.now().getTime()));
    outbox.wakeUp.notify();
    await untilPasses(async () => expect([asked, (await entry())?.state]).not.toEqual([tries, state]));
    await untilPasses(async () => expect((await entry())?.state).not.toBe('in-hand'));
    return true;
  }

  it.each([
    ['has no credit', noCredit],
    ['rests', resting],
  ])('goes out though its provider %s for half a day', async (_how, meanwhile) => {
    answer = meanwhile;
    await order();
    for (let tries = 1; tries < 8; tries += 1) await triedAgain();
    for (const hours of [3, 4, 5]) await triedAgain(hours * hour);
    answer = accepted;
    const brokenAt = outbox.clock.now().getTime();
    await triedAgain();
    expect(await entry()).toMatchObject({ state: 'done', outsideId: 'kavenegar:1' });
    expect(outbox.clock.now().getTime() - brokenAt).toBe(15 * minute);
  });

  it('that may have gone out is repeated for a minute or two, and stands in the book as in doubt', async () => {
    answer = perhaps;
    const beganAt = outbox.clock.now().getTime();
    await order();
    while (await triedAgain());
    expect([asked, (await entry())?.state]).toEqual([8, 'doubt']);
    expect(outbox.clock.now().getTime() - beganAt).toBeLessThan(130 * second);
    const lines = await db().dataSource.manager.find(SmsMessage);
    expect(lines).toMatchObject([{ purpose: 'notice', state: 'doubt', subject: 'one' }]);
  });
});
