import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { minute } from '../support/hand-clock.js';
import { openBotHarness, type BotHarness, type Visitor } from './harness.js';

describe('whoever asks for a person', () => {
  let harness: BotHarness;
  let behrouz: Visitor;
  beforeEach(async () => {
    harness = await openBotHarness();
    behrouz = harness.visitor('behrouz');
  });
  afterEach(() => harness.drop());

  it.each([
    'کمک',
    'الو؟',
    ...['پشتیبانی', 'می‌خواهم با یک نفر صحبت کنم', 'لطفا با پشتیباني تماس بگیرم', 'اپراتور؟', 'كمك می‌خواهم'],
    ...['I want to talk to a person', 'Support please', 'HUMAN', 'phone number?', '/support'],
  ])('hears whom to call: %s', async (text) => {
    expect(await behrouz.says(text)).toEqual(['support-contact']);
    expect(behrouz.screen.last().text).toContain('021-88880000');
  });

  it('hears it in the middle of a dialogue too, and the open question again', async () => {
    expect(await behrouz.says('/reset', 'پشتیبانی')).toEqual(['support-contact', 'ask-insured-code']);
    expect(await behrouz.says('310002', 'can I talk to a human')).toEqual([
      ...['support-contact', 'ask-national-id'],
    ]);
    expect(await behrouz.says('0020000022', 'با انسان')).toContain('support-contact');
    expect(await behrouz.says(await harness.code())).toContain('code-right');
  });

  it('is told what came of it, whatever they say after a recovery, and no second one begins', async () => {
    await behrouz.says('/reset', '310002', '0020000022');
    await behrouz.says(await harness.code());
    expect(await behrouz.says('رمز جدید چیه؟')).toEqual(['under-way']);
    const [reset] = await harness.heart.jobs<{ resetId: string }>('portal-reset');
    await harness.heart.settle((results) => results.resetAnswered(reset?.resetId ?? '', 'done'));
    await harness.settleDown();
    harness.clock.pass(minute);
    expect(await behrouz.says('حالا چی؟')).toEqual(['password-was-reset']);
    expect(await behrouz.says('رمز جدید چیه؟')).toEqual(['password-was-reset']);
    expect(await behrouz.says('ممنون')).toEqual(['thanked']);
    harness.clock.pass(16 * minute);
    expect(await behrouz.says('رمزم یادم رفته')).toEqual(['ask-insured-code']);
  });

  it.each([
    ['چه خبر؟', 'not-understood'],
    ['310002', 'nothing-is-asked'],
    ['پشتیبانی 310002', 'nothing-is-asked'],
    ['متشکرم', 'thanked'],
  ])('is not taken for one: %s', async (text, answer) => {
    expect(await behrouz.says(text)).toEqual([answer]);
  });
});
