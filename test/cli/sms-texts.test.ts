import { expect, it } from 'vitest';
import { lookAtSmsTexts } from '../../src/cli/checks/sms-texts.js';
import { readConfig } from '../../src/config/config.js';
import { production } from '../config/complete-settings.js';

const findings = (BRAND_NAME: string, SUPPORT_CONTACT = '021-88880000') =>
  lookAtSmsTexts(readConfig({ ...production, BRAND_NAME, SUPPORT_CONTACT }));

it('the doctor is content with a name that leaves room for the whole message', () => {
  expect(findings('بیمه نوین')).toMatchObject([{ state: 'ok' }]);
});

it('the doctor says what a long name leaves out of the message with the code', () => {
  expect(findings('شرکت سهامی بیمهٔ درمان نوین')).toMatchObject([
    { state: 'warning', found: expect.stringContaining('does not say from which messenger') as string },
  ]);
});

it('the doctor says that notices grow too long for one segment', () => {
  expect(findings('بیمه نوین', '021-88880000 (ساعت ۸ تا ۱۶، شنبه تا چهارشنبه، داخلی ۳)')).toMatchObject([
    { state: 'ok' },
    { state: 'warning', found: expect.stringContaining('two segments') as string },
  ]);
});
