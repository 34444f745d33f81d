import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigFault, readConfig } from '../../src/config/config.js';
import { gatherEnvironment } from '../../src/config/environment.js';
import { defaultPolicy } from '../../src/reset/policy.js';

const key = Buffer.from('a key of thirty-two bytes, no more').subarray(0, 32).toString('base64');

const least = {
  TELEGRAM_BOT_TOKEN: '700001:telegram-secret',
  APP_KEYS: key,
  SMS_PROVIDERS: 'outbox',
};
const production = {
  ...least,
  NODE_ENV: 'production',
  SMS_PROVIDERS: 'kavenegar',
  KAVENEGAR_API_KEY: 'vendor-secret',
  KAVENEGAR_TEMPLATE: 'code',
  KAVENEGAR_NOTICE_TEMPLATE: 'notice',
  PORTAL: 'http',
  PORTAL_API_URL: 'https://portal.example/api/',
  PORTAL_API_TOKEN: 'portal-token',
  PORTAL_API_SECRET: 'portal-secret',
  PORTAL_LOGIN_URL: 'https://portal.example/',
  SUPPORT_CONTACT: '021-00001000',
};

describe('settings', () => {
  it('need little for a first try, and the rest is as the guide has it', () => {
    const config = readConfig(least);
    expect(config.policy).toEqual(defaultPolicy);
    expect(config.database).toEqual({ kind: 'sqlite', file: './data/ramzyar.db' });
    expect(config.messengers).toEqual([
      { platform: 'telegram', token: least.TELEGRAM_BOT_TOKEN, apiRoot: 'https://api.telegram.org' },
    ]);
    expect(config.portal).toEqual({ kind: 'local' });
  });

  it('are complete for production', () => {
    const { portal, sms } = readConfig(production);
    expect(portal).toMatchObject({ kind: 'http', url: 'https://portal.example/api' });
    expect(sms.map(({ name }) => name)).toEqual(['kavenegar']);
  });

  it('may run both messengers at once', () => {
    const { messengers } = readConfig({
      ...least,
      BALE_BOT_TOKEN: '800002:bale-secret',
      BALE_API_ROOT: 'http://127.0.0.1:8081/',
    });
    expect(messengers.map(({ platform, apiRoot }) => [platform, apiRoot])).toEqual([
      ['telegram', 'https://api.telegram.org'],
      ['bale', 'http://127.0.0.1:8081'],
    ]);
  });

  it('take one that is set to nothing as not set', () => {
    expect(readConfig({ ...least, BALE_BOT_TOKEN: '', RESET_LIMIT: ' ' }).policy.resetsPerPeriod).toBe(5);
  });
});

describe('faulty settings', () => {
  it('are told all at once, each by its name', () => {
    const faults = faultsOf({
      DATABASE_URL: 'postgres://x',
      REDIS_URL: 'http://x',
      RESET_LIMIT: 'five',
      LOG_LEVEL: 'chatty',
      PORTAL: 'maybe',
      HTTP_PORT: '99999',
      INSURED_CODE_PATTERN: '^(\\d{4$',
    });
    const named = faults.map((fault) => fault.split(' ')[0]);
    expect(named.sort()).toEqual(
      [
        ...[
          'APP_KEYS',
          'DATABASE_URL',
          'HTTP_PORT',
          'INSURED_CODE_PATTERN',
          'LOG_LEVEL',
          'PORTAL',
          'REDIS_URL',
        ],
        ...['RESET_LIMIT', 'SMS_PROVIDERS', 'TELEGRAM_BOT_TOKEN'],
      ].sort(),
    );
  });

  it('are never quoted, since they may be secrets', () => {
    const secrets = {
      TELEGRAM_BOT_TOKEN: 'half-a-token-1',
      APP_KEYS: 'half-a-key-2',
      DATABASE_URL: 'mysql//user:half-a-password-3@host',
      REDIS_URL: 'half-an-address-4',
    };
    const text = faultsOf({ ...least, ...secrets }).join('\n');
    expect(text.split('\n')).toHaveLength(4);
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
  });

  it('name what a chosen vendor still needs', () => {
    expect(
      faultsOf({ ...least, SMS_PROVIDERS: 'kavenegar,outbox' }).map((fault) => fault.split(' ')[0]),
    ).toEqual(['KAVENEGAR_API_KEY', 'KAVENEGAR_TEMPLATE', 'KAVENEGAR_NOTICE_TEMPLATE']);
  });

  it('are codes that live longer than ten minutes', () => {
    expect(faultsOf({ ...least, OTP_TTL_SECONDS: '601' })).toHaveLength(1);
    expect(readConfig({ ...least, OTP_TTL_SECONDS: '600' }).policy.codeLifeMs).toBe(600_000);
  });

  it.each([
    { OTP_DIGITS: '4', WRONG_CODES_IN_ROW: '2' },
    { OTP_DIGITS: '5', WRONG_CODES_IN_ROW: '11' },
  ])('are odds of a guess better than one in ten thousand: %o', (odds) => {
    expect(faultsOf({ ...least, ...odds })).toEqual([expect.stringContaining('too easy to guess')]);
  });

  it('are odds of exactly one in ten thousand not', () => {
    expect(faultsOf({ ...least, OTP_DIGITS: '4', WRONG_CODES_IN_ROW: '1' })).toEqual([]);
  });
});

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
    expect(faultsOf({ ...production, SMS_PROVIDERS: 'kavenegar, outbox' })).toHaveLength(1);
  });
});

describe('the environment', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ramzyar-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it('goes before what .env says', () => {
    const dotEnv = file('.env', 'BRAND_NAME=written\nLOG_LEVEL=debug\n');
    expect(gatherEnvironment({ BRAND_NAME: 'set' }, dotEnv)).toMatchObject({
      BRAND_NAME: 'set',
      LOG_LEVEL: 'debug',
    });
  });

  it('may keep a secret in a file', () => {
    const env = gatherEnvironment({ APP_KEYS_FILE: file('keys', `${key}\n`) }, join(folder, 'none'));
    expect(env['APP_KEYS']).toBe(key);
  });

  it('says which file cannot be read', () => {
    const gather = () => gatherEnvironment({ APP_KEYS_FILE: join(folder, 'none') }, join(folder, 'none'));
    expect(gather).toThrow(/APP_KEYS_FILE/);
  });
});

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults;
    throw error;
  }
}
