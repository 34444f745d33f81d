import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.js';
import { faultsOf, least, production } from './complete-settings.js';

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
      ...{ secret: 'a-secret-of-tests', host: '127.0.0.1', port: 8080 },
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
