import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../playground/emulator/emulator.js';
import { parseAppKeys } from '../../src/keys/app-keys.js';
import { databases } from '../support/databases.js';
import { type } from './shell.js';

const least = {
  TELEGRAM_BOT_TOKEN: '700001:telegram-secret',
  APP_KEYS: Buffer.alloc(32, 'thirty-two bytes that are no key').toString('base64'),
  SMS_PROVIDERS: 'file',
};

describe('the command line', () => {
  it('tells what it can do, and that it has not understood', async () => {
    const asked = await type('help');
    expect(asked.code).toBe(0);
    expect(asked.said).toContain('doctor');
    for (const line of ['doktor', 'webhook', 'webhook move', 'migrate now', 'keys new please']) {
      expect(await type(line)).toEqual({ ...asked, code: 2 });
    }
  });

  it('says which version it is, whatever the settings are', async () => {
    expect(await type('--version')).toEqual({ code: 0, said: '1.2.3' });
    expect((await type('--version please')).code).toBe(2);
  });

  it('says what is wrong with the settings', async () => {
    const { code, said } = await type('migrate', { ...least, APP_KEYS: '' });
    expect(code).toBe(1);
    expect(said).toContain('APP_KEYS is missing');
  });

  it('makes a key that may be used, another one each time', async () => {
    const [one, other] = [await type('keys new'), await type('keys new')];
    expect(parseAppKeys(one.said).ok).toBe(true);
    expect(one.said).not.toBe(other.said);
  });
});

describe.each(databases)('$name', ({ missing, createEmpty }) => {
  describe.skipIf(missing)('a database', () => {
    it('is brought up to date, and is so the second time', async () => {
      const database = await createEmpty();
      const env = { ...least, DATABASE_URL: database.url };
      expect((await type('migrate', env)).said).toContain('done: ');
      expect(await type('migrate', env)).toEqual({ code: 0, said: 'The database is up to date.' });
      await database.drop();
    });
  });
});

describe('webhooks', () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator();
  });
  afterEach(() => emulator.stop());
  const env = () => ({
    ...least,
    TELEGRAM_BOT_TOKEN: emulator.token('telegram'),
    TELEGRAM_API_ROOT: emulator.root('telegram'),
    BALE_BOT_TOKEN: emulator.token('bale'),
    BALE_API_ROOT: emulator.root('bale'),
    UPDATES: 'webhook',
    WEBHOOK_URL: 'https://bot.insurer.example',
    WEBHOOK_SECRET: 'a-secret-of-the-command-line',
  });

  it('are set, shown without what is secret in them, and deleted', async () => {
    expect(await type('webhook set', env())).toEqual({ code: 0, said: 'telegram: set\nbale: set' });
    const { said } = await type('webhook show', env());
    expect(said.match(/set at bot\.insurer\.example, as the settings say; 0 updates wait/g)).toHaveLength(2);
    expect(said).not.toMatch(/[0-9a-f]{32}/);
    await type('webhook delete', env());
    expect((await type('webhook show', env())).said.match(/not set/g)).toHaveLength(2);
  });

  it('that lead elsewhere are told from ours', async () => {
    await type('webhook set', { ...env(), WEBHOOK_URL: 'https://elsewhere.example' });
    expect((await type('webhook show', env())).said).toContain('elsewhere.example, not as the settings say');
  });

  it('are not set where updates are fetched, nor with a token that is refused', async () => {
    expect(await type('webhook set', { ...env(), UPDATES: 'polling' })).toMatchObject({ code: 1 });
    const refused = await type('webhook set', { ...env(), BALE_BOT_TOKEN: '700001:not-the-token' });
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('bale: refused (403)');
  });
});
