import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.js';
import { faultsOf, least } from './complete-settings.js';

describe('faulty settings', () => {
  it('are told all at once, each by its name', () => {
    const faults = faultsOf({
      DATABASE_URL: 'postgres://x',
      REDIS_URL: 'http://x',
      RESET_LIMIT: 'five',
      LOG_LEVEL: 'chatty',
      REPLICA_NAME: 'the second one',
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
          'REPLICA_NAME',
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

  it.each([
    'socks4://u:half-a-password@proxy:1080',
    'proxy:1080/half-a-password',
    'http://u:half-a-password#@p',
  ])('are proxies that nobody could go through, however they are written: %s', (TELEGRAM_PROXY) => {
    const faults = faultsOf({
      ...least,
      TELEGRAM_PROXY,
      BALE_PROXY: 'none',
      BALE_BOT_TOKEN: '8:bale-secret',
    });
    expect(faults).toEqual([
      expect.stringMatching(/^TELEGRAM_PROXY must be http:.*socks5:/),
      expect.stringMatching(/^BALE_PROXY must be/),
    ]);
    expect(faults.join()).not.toContain('half');
  });

  it('name what a chosen vendor still needs', () => {
    expect(
      faultsOf({ ...least, SMS_PROVIDERS: 'kavenegar,file' }).map((fault) => fault.split(' ')[0]),
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
