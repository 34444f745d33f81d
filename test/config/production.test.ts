import { describe, expect, it } from 'vitest';
import { faultsOf, least, production } from './complete-settings.js';

describe('production', () => {
  it('refuses every toy, and members left without a word where to turn', () => {
    const faults = faultsOf({ ...least, NODE_ENV: 'production' });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'PORTAL',
      'SMS_PROVIDERS',
      'SUPPORT_CONTACT',
      'PORTAL_LOGIN_URL',
    ]);
  });

  it('refuses a toy that hides behind a real vendor', () => {
    expect(faultsOf({ ...production, SMS_PROVIDERS: 'kavenegar, file' })).toHaveLength(1);
  });
});
