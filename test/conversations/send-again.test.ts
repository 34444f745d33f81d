import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { minute, second } from '../support/hand-clock.js';
import type { Role } from '../support/seed-cast.js';
import { openBotHarness, realWords, type BotHarness, type Visitor } from './harness.js';
import { codeIsSent } from './screen.js';
import { awaitingCode, labels } from './awaiting-code.js';

let harness: BotHarness;
beforeEach(async () => {
  harness = await openBotHarness();
});
afterEach(() => harness.drop());

const awaiting = (role: Role) => awaitingCode(harness, role);

/** The vendor says that the last SMS of the request did not arrive. */
async function losesLastSms(whose: Visitor): Promise<void> {
  const [order] = await harness.heart.jobs('sms-code');
  const lost = { delivery: 'undelivered', through: 'kavenegar', others: false, last: true } as const;
  const { challengeId = '' } = order ?? {};
  await harness.heart.settle((results) => results.sendNotDelivered({ challengeId, ...lost }));
  whose.screen.news();
  await harness.settleDown();
}

describe('sending again', () => {
  it('waits for its pause and says how long', async () => {
    const behrouz = await awaiting('behrouz');
    harness.clock.pass(20 * second);
    expect(await behrouz.press('button-resend')).toEqual(['resend-too-early']);
    expect(behrouz.screen.last().text).toContain('۴۰');
  });

  it('brings the same code, until the sends of this request are used up', async () => {
    const behrouz = await awaiting('behrouz');
    const code = await harness.code();
    harness.clock.pass(minute);
    expect(await behrouz.press('button-resend')).toEqual(['code-sent-again', 'next-send']);
    harness.clock.pass(2 * minute);
    expect(await behrouz.press('button-resend')).toEqual(['code-sent-again', 'no-more-sends']);
    expect(labels(behrouz)).not.toContain('ارسال دوبارهٔ پیامک');
    expect(await harness.code()).toBe(code);
    expect(await behrouz.says(code)).toEqual(['code-right']);
  });

  it.each(['پیامک نیامد', 'نرسید که', 'هنوز پیامکی نیومده', 'I didn’t get the code', 'Send it again'])(
    'may be asked for in words of one’s own: %s',
    async (text) => {
      const behrouz = await awaiting('behrouz');
      expect(await behrouz.says(text)).toEqual(['resend-too-early']);
      harness.clock.pass(minute);
      expect(await behrouz.says(text)).toEqual(['code-sent-again', 'next-send']);
      harness.clock.pass(2 * minute);
      expect(await behrouz.says(text)).toContain('no-more-sends');
      expect(await behrouz.says(text)).toEqual(['no-sms-call-support']);
      expect(await behrouz.says(await harness.code())).toEqual(['code-right']);
    },
  );

  it('may be asked for when the SMS was refused, and the dialogue says so', async () => {
    const behrouz = await awaiting('behrouz');
    const [order] = await harness.heart.jobs('sms-code');
    await harness.heart.settle((results) => results.sendRefused(order?.challengeId ?? '', 1));
    behrouz.screen.news();
    await harness.settleDown();
    expect(behrouz.screen.news()).toEqual(['sms-refused', 'tap-resend']);
    expect(labels(behrouz)).toContain(realWords.say('fa', 'button-resend'));
    expect(await behrouz.press('button-resend')).toEqual(['code-sent-again', 'next-send']);
  });

  it('is a new code at once when the last SMS of a request was refused, for nothing was sent that would have to be waited for', async () => {
    const behrouz = await awaiting('behrouz');
    const refused = async (send: number) => {
      const [order] = await harness.heart.jobs('sms-code');
      await harness.heart.settle((results) => results.sendRefused(order?.challengeId ?? '', send));
      await harness.settleDown();
    };
    for (const send of [1, 2]) {
      await refused(send);
      expect(await behrouz.press('button-resend')).toContain('code-sent-again');
    }
    await refused(3);
    expect(behrouz.screen.news()).toEqual(['sms-refused', 'ask-new-code', 'no-sms-call-support']);
    expect(behrouz.screen.last().text).toContain('021-88880000');
    expect(labels(behrouz)).toContain(realWords.say('fa', 'button-number-not-mine'));
    expect(labels(behrouz)).not.toContain(realWords.say('fa', 'button-resend'));
    const refusedCode = await harness.code();
    expect(await behrouz.press('button-new-code')).toEqual(codeIsSent);
    expect(await behrouz.says(refusedCode)).toEqual(['code-wrong']);
    expect(await behrouz.says(await harness.code())).toEqual(['code-right']);
  });

  it('comes to whoever says that none has come, once the code has expired', async () => {
    const behrouz = await awaiting('behrouz');
    const expired = await harness.code();
    harness.clock.pass(5 * minute);
    expect(await behrouz.says(expired)).toEqual(['code-expired', 'ask-new-code']);
    expect(await behrouz.says('پیامک نیامد')).toEqual(codeIsSent);
  });

  it('is told with its time when the last SMS of a request was lost, for that one was paid for', async () => {
    const behrouz = await awaiting('behrouz');
    for (const pause of [1, 2]) {
      harness.clock.pass(pause * minute);
      await behrouz.press('button-resend');
    }
    await losesLastSms(behrouz);
    expect(behrouz.screen.news()).toEqual([
      ...['sms-undelivered', 'no-more-sends', 'begin-again-after', 'no-sms-call-support'],
    ]);
    expect(labels(behrouz)).not.toContain(realWords.say('fa', 'button-resend'));
    harness.clock.pass(3 * minute);
    await behrouz.says('/reset');
    await behrouz.press('button-begin-again');
    expect(await behrouz.says('310002', '0020000022')).toEqual(codeIsSent);
  });

  it('is reached again by whoever had cancelled before the SMS was refused', async () => {
    const behrouz = await awaiting('behrouz');
    await behrouz.says('/cancel');
    const [order] = await harness.heart.jobs('sms-code');
    await harness.heart.settle((results) => results.sendRefused(order?.challengeId ?? '', 1));
    await harness.settleDown();
    expect(behrouz.screen.news()).toEqual(['sms-refused', 'begin-again-any-time']);
    expect(labels(behrouz)).toEqual([realWords.say('fa', 'button-reset')]);
    expect(await behrouz.says('/reset', '310002', '0020000022')).toEqual(codeIsSent);
  });
});

it('a code that is lost on its way is told in the dialogue, which goes on', async () => {
  const behrouz = await awaiting('behrouz');
  await losesLastSms(behrouz);
  expect(behrouz.screen.news()).toEqual(['sms-undelivered', 'tap-resend-at-hand']);
  harness.clock.pass(minute);
  expect(await behrouz.press('button-resend')).toEqual(['code-sent-again', 'next-send']);
});
