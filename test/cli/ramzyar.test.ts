import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../playground/emulator/emulator.js';
import { parseAppKeys } from '../../src/keys/app-keys.js';
import { databases } from '../support/databases.js';
import { type, typeApart } from './shell.js';

const least = {
  TELEGRAM_BOT_TOKEN: '700001:telegram-secret',
  APP_KEYS: Buffer.alloc(32, 'thirty-two bytes that are no key').toString('base64'),
  SMS_PROVIDERS: 'file',
};

describe('the command line', () => {
  it('tells what it can do, and that it has not understood', async () => {
    for (const line of ['', 'help', '--help', '-h']) {
      const { code, out, err } = await typeApart(line);
      expect([code, err]).toEqual([0, []]);
      expect(out.join('\n')).toContain('doctor');
    }
  });

  it.each([
    ['doktor', '“doktor”'],
    ['--verison', '“--verison”'],
    ['help doktor', '“doktor”'],
    ['webhook', 'set, delete, show'],
    ['webhook move', '“move”'],
    ['migrate now', '“now”'],
    ['keys new please', '“please”'],
    ['--version please', '“please”'],
    ['members import', '“members import” needs more'],
    ['members apply F3 --aprove', '“F3 --aprove”'],
    ['admin add telegram:1', '“telegram:1”'],
    ['doctor --env-file', '--env-file'],
    ['doctor --jsn', 'Only --json may follow “doctor”'],
  ])('says on stderr what was wrong with “ramzyar %s”, and nothing else', async (line, named) => {
    const { code, out, err } = await typeApart(line, least);
    expect([code, out]).toEqual([2, []]);
    expect(err[0]).toContain(named);
  });

  it.each(['start', 'doctor', 'migrate', 'webhook', 'keys', 'members', 'admin', 'restored', 'portal'])(
    'says more of “%s” where it is asked to, and does nothing',
    async (command) => {
      const asked = await typeApart(`${command} --help`);
      expect([asked.code, asked.err]).toEqual([0, []]);
      expect(asked.out[0]).toContain(`ramzyar ${command} `);
      expect(asked.out.length).toBeGreaterThan(1);
      expect(await typeApart(`help ${command}`)).toEqual(asked);
    },
  );

  it('takes the settings from a file that is named, on either side of the command', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ramzyar-env-'));
    const file = join(folder, 'ramzyar.env');
    const written = { ...least, APP_KEYS: 'no key' };
    writeFileSync(
      file,
      Object.entries(written)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    );
    for (const line of [`--env-file ${file} migrate`, `migrate --env-file=${file}`]) {
      const { code, err } = await typeApart(line);
      expect(code).toBe(1);
      expect(err.join()).toContain('APP_KEYS is wrong');
    }
    const missing = await typeApart(`migrate --env-file ${join(folder, 'none')}`, least);
    expect(missing.code).toBe(1);
    expect(missing.err.join()).toContain('none cannot be read');
    rmSync(folder, { recursive: true });
  });

  it('says which version it is, whatever the settings are', async () => {
    expect(await type('--version')).toEqual({ code: 0, said: '1.2.3' });
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
