import { describe, expect, it } from 'vitest';
import { runMain } from '../support/started-product.js';
import { deadAddress } from '../support/vendors/stand-in.js';

describe('what cannot start', () => {
  it('says at once all that is wrong with its settings, and quotes no secret', async () => {
    const product = runMain({
      DATABASE_URL: 'postgres://somewhere/db',
      APP_KEYS: 'too-short-for-a-key',
      SMS_PROVIDERS: 'pigeon',
      PORTAL: 'http',
      PORTAL_API_TOKEN: 'a-token-of-the-portal',
    });
    expect(await product.ended).toBe(1);
    const wrong = [
      'BOT_TOKEN',
      'DATABASE_URL',
      'APP_KEYS',
      'SMS_PROVIDERS',
      'PORTAL_API_URL',
      'PORTAL_API_SECRET',
    ];
    for (const name of wrong) expect(product.written()).toMatch(new RegExp(`^ +- .*${name}`, 'm'));
    expect(product.written()).not.toMatch(/too-short-for-a-key|a-token-of-the-portal/);
  });

  it('says so when its database does not answer', async () => {
    const { host } = new URL(await deadAddress());
    const product = runMain({
      TELEGRAM_BOT_TOKEN: '100200300:a-bot-token-of-tests-that-is-long-enough',
      DATABASE_URL: `mysql://user:a-password@${host}/db`,
      APP_KEYS: Buffer.from('ramzyar test key, never a secret').toString('base64'),
      SMS_PROVIDERS: 'file',
    });
    expect(await product.ended).toBe(1);
    expect(product.written()).toContain('Cannot start');
    expect(product.written()).not.toContain('a-password');
  });
});
