import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.js';
import { defaultPolicy } from '../../src/reset/policy.js';
import { least, production } from './complete-settings.js';

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
        proxy: null,
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

  it('lead each messenger out by a way of its own', () => {
    const { messengers } = readConfig({
      ...least,
      BALE_BOT_TOKEN: '800002:bale-secret',
      TELEGRAM_PROXY: 'socks5://bot:p%40ss@proxy.example:9050',
    });
    expect(messengers.map(({ proxy }) => proxy)).toEqual([
      { kind: 'socks5', host: 'proxy.example', port: 9050, login: { user: 'bot', password: 'p@ss' } },
      null,
    ]);
  });

  it('take one that is set to nothing as not set', () => {
    expect(readConfig({ ...least, BALE_BOT_TOKEN: '', RESET_LIMIT: ' ' }).policy.resetsPerPeriod).toBe(5);
  });
});
