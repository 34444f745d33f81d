import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigFault, readConfig } from '../../src/config/config.js';
import { gatherEnvironment } from '../../src/config/environment.js';
import { knownSettings } from '../../src/config/known-settings.js';
import { defaultPolicy } from '../../src/reset/policy.js';
import { everySetting } from '../support/settings.js';

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
      {
        platform: 'telegram',
        token: least.TELEGRAM_BOT_TOKEN,
        apiRoot: 'https://api.telegram.org',
        rate: { perSecond: 25, perChatAndMinute: 60 },
      },
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

const vendors = {
  SMSIR_API_KEY: 'smsir-secret',
  SMSIR_TEMPLATE_ID: '100001',
  SMSIR_NOTICE_TEMPLATE_ID: '100002',
  MELIPAYAMAK_USERNAME: 'insurer',
  MELIPAYAMAK_PASSWORD: 'melipayamak-secret',
  MELIPAYAMAK_TEMPLATE_ID: '200001',
  MELIPAYAMAK_NOTICE_TEMPLATE_ID: '200002',
  KANNEL_URL: 'http://10.0.0.5:13013/',
  KANNEL_USERNAME: 'ramzyar',
  KANNEL_PASSWORD: 'kannel-secret',
  KANNEL_FROM: '30001234',
};

describe('SMS vendors', () => {
  it('are tried in the order in which they are named, each with what is its own', () => {
    const { sms } = readConfig({
      ...least,
      ...vendors,
      SMSIR_PRICE_RIALS: '1450',
      SMS_PROVIDERS: 'smsir, kannel,melipayamak',
    });
    expect(sms).toEqual([
      {
        ...{ name: 'smsir', apiKey: 'smsir-secret', url: 'https://api.sms.ir' },
        ...{ templateId: 100_001, noticeTemplateId: 100_002, priceRials: 1_450 },
      },
      {
        ...{ name: 'kannel', url: 'http://10.0.0.5:13013', from: '30001234' },
        ...{ username: 'ramzyar', password: 'kannel-secret', deliveryUrl: null, deliverySecret: null },
        priceRials: null,
      },
      {
        ...{ name: 'melipayamak', username: 'insurer', password: 'melipayamak-secret' },
        ...{ templateId: 200_001, noticeTemplateId: 200_002, url: 'https://rest.payamak-panel.com' },
        priceRials: null,
      },
    ]);
  });

  it('say each what is missing, and a number that is none', () => {
    const named = (SMS_PROVIDERS: string, env: Record<string, string> = {}) =>
      faultsOf({ ...least, ...env, SMS_PROVIDERS }).map((fault) => fault.split(' ')[0]);
    expect(named('smsir')).toEqual(['SMSIR_API_KEY', 'SMSIR_TEMPLATE_ID', 'SMSIR_NOTICE_TEMPLATE_ID']);
    expect(named('melipayamak')).toHaveLength(4);
    expect(named('kannel')).toHaveLength(4);
    expect(named('smsir', { ...vendors, SMSIR_TEMPLATE_ID: 'code' })).toEqual(['SMSIR_TEMPLATE_ID']);
    expect(named('smsir', { ...vendors, SMSIR_PRICE_RIALS: 'dear' })).toEqual(['SMSIR_PRICE_RIALS']);
    expect(named('outbox,outbox')).toEqual(['SMS_PROVIDERS']);
  });

  it('bring delivery reports to an address that nobody guesses', () => {
    const delivered = {
      ...least,
      ...vendors,
      SMS_PROVIDERS: 'kannel',
      KANNEL_DELIVERY_URL: 'http://ramzyar:9090/',
    };
    const KANNEL_DELIVERY_SECRET = 'seventeen-letters';
    expect(readConfig({ ...delivered, KANNEL_DELIVERY_SECRET }).sms).toMatchObject([
      { deliveryUrl: 'http://ramzyar:9090/kannel/seventeen-letters' },
    ]);
    expect(faultsOf(delivered)).toEqual([expect.stringContaining('KANNEL_DELIVERY_SECRET is missing')]);
    expect(faultsOf({ ...delivered, KANNEL_DELIVERY_SECRET: 'too short' })).toHaveLength(1);
  });

  it('take no longer word of whom to call than they can carry', () => {
    const SUPPORT_CONTACT = '021-00001000 (8 to 20, all week)';
    const env = { ...least, ...vendors, SUPPORT_CONTACT };
    expect(faultsOf({ ...env, SMS_PROVIDERS: 'kannel,smsir' })).toEqual([
      expect.stringContaining('SUPPORT_CONTACT must have 25'),
    ]);
    expect(faultsOf({ ...env, SMS_PROVIDERS: 'kannel' })).toEqual([]);
  });
});

describe('the list of known settings', () => {
  it('has every one of them, and tells apart those that are read', async () => {
    const { read, idle } = knownSettings(least);
    expect([...read, ...idle].sort()).toEqual([...(await everySetting()).keys()].sort());
    expect(read).toContain('SMS_OUTBOX_FILE');
    expect(idle).toEqual(
      expect.arrayContaining(['WEBHOOK_URL', 'PORTAL_API_URL', 'KAVENEGAR_URL', 'ZOHAL_URL']),
    );
    const { read: inProduction } = knownSettings({ ...production, UPDATES: 'webhook', OWNERSHIP: 'zohal' });
    expect(inProduction).toEqual(
      expect.arrayContaining(['WEBHOOK_URL', 'PORTAL_API_URL', 'KAVENEGAR_URL', 'ZOHAL_URL']),
    );
  });
});

describe('who is asked whose a mobile is', () => {
  const other = {
    OWNERSHIP: 'http',
    OWNERSHIP_URL: 'https://register.example/v1/shahkar',
    OWNERSHIP_HEADER: 'Authorization: Bearer register-secret',
    OWNERSHIP_BODY: '{"mobile":"{mobile}","nationalCode":"{nationalId}"}',
    OWNERSHIP_MATCH: 'result=1, data.matched=true',
    OWNERSHIP_MISMATCH: 'result=1,data.matched=false',
  };

  it('is nobody; or a service by its name, with what is its own', () => {
    expect(readConfig(least)).toMatchObject({ ownership: { kind: 'off' }, policy: { asksOwner: false } });
    const zohal = readConfig({ ...least, OWNERSHIP: 'zohal', ZOHAL_TOKEN: 'zohal-secret' });
    expect(zohal.policy.asksOwner).toBe(true);
    const { ownership } = zohal;
    expect(ownership).toEqual({ kind: 'zohal', token: 'zohal-secret', url: 'https://service.zohal.io' });
    expect(faultsOf({ ...least, OWNERSHIP: 'jibit' })).toHaveLength(2);
    expect(faultsOf({ ...least, OWNERSHIP: 'pigeon' })).toHaveLength(1);
  });

  it('may be any other, by what is asked and what is answered', () => {
    expect(readConfig({ ...least, ...other }).ownership).toMatchObject({
      headers: { authorization: 'Bearer register-secret' },
      body: { mobile: '{mobile}', nationalCode: '{nationalId}' },
      match: [
        { path: ['result'], value: '1' },
        { path: ['data', 'matched'], value: 'true' },
      ],
    });
  });

  it.each([
    { OWNERSHIP_BODY: '{"mobile":"{mobile}"}' },
    { OWNERSHIP_BODY: '["{mobile}","{nationalId}"]' },
    { OWNERSHIP_BODY: 'mobile={mobile}' },
    { OWNERSHIP_BODY: 'null "{mobile}" "{nationalId}"' },
    { OWNERSHIP_MATCH: 'matched' },
    { OWNERSHIP_MISMATCH: 'result=1,' },
    { OWNERSHIP_HEADER: 'register-secret' },
    { OWNERSHIP_URL: 'register.example' },
  ])('is refused where it could not be asked: %o', (wrong) => {
    const faults = faultsOf({ ...least, ...other, ...wrong });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(Object.keys(wrong));
  });
});

describe('a webhook', () => {
  const hook = {
    UPDATES: 'webhook',
    WEBHOOK_URL: 'https://bot.insurer.example/hooks/',
    WEBHOOK_SECRET: 'a-secret-of-tests',
  };

  it('is asked for by name; without it updates are fetched', () => {
    expect(readConfig(least).updates).toEqual({ kind: 'polling' });
    expect(readConfig({ ...least, ...hook }).updates).toEqual({
      ...{ kind: 'webhook', url: 'https://bot.insurer.example/hooks' },
      ...{ secret: 'a-secret-of-tests', port: 8080 },
    });
  });

  it('needs an address and a secret that messengers can carry', () => {
    expect(faultsOf({ ...least, UPDATES: 'webhook' })).toHaveLength(2);
    expect(faultsOf({ ...least, ...hook, WEBHOOK_SECRET: 'with blanks in it, long' })).toHaveLength(1);
    expect(faultsOf({ ...least, UPDATES: 'pigeon' })).toHaveLength(1);
  });

  it('is secure in production', () => {
    const WEBHOOK_URL = 'http://bot.insurer.example';
    expect(faultsOf({ ...production, ...hook })).toEqual([]);
    expect(faultsOf({ ...production, ...hook, WEBHOOK_URL })).toEqual([expect.stringContaining('https:')]);
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

  it.each(['https://tapi.bale.ai/bot', 'https://tapi.bale.ai/bot800002:bale-secret/'])(
    'are addresses of a messenger that go too far, as other libraries want them: %s',
    (BALE_API_ROOT) => {
      expect(faultsOf({ ...least, BALE_API_ROOT })).toEqual([
        expect.stringMatching(/^BALE_API_ROOT must end before \/bot/),
      ]);
      expect(faultsOf({ ...least, BALE_API_ROOT: 'https://proxy.example/bots' })).toEqual([]);
    },
  );

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
