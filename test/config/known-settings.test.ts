import { describe, expect, it } from 'vitest';
import { knownSettings } from '../../src/config/known-settings.js';
import { everySetting } from '../support/settings.js';
import { least, production } from './complete-settings.js';

describe('the list of known settings', () => {
  it('has every one of them, and tells apart those that are read', async () => {
    const { read, idle } = knownSettings(least);
    expect([...read, ...idle].sort()).toEqual([...(await everySetting()).keys()].sort());
    expect(read).toContain('SMS_FILE');
    expect(idle).toEqual(
      expect.arrayContaining(['WEBHOOK_URL', 'PORTAL_API_URL', 'KAVENEGAR_URL', 'ZOHAL_URL']),
    );
    const { read: inProduction } = knownSettings({ ...production, UPDATES: 'webhook', OWNERSHIP: 'zohal' });
    expect(inProduction).toEqual(
      expect.arrayContaining(['WEBHOOK_URL', 'PORTAL_API_URL', 'KAVENEGAR_URL', 'ZOHAL_URL']),
    );
  });
});
