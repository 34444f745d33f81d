import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../playground/emulator/emulator.js';
import { openPortalHouse, type StandingPortal } from '../../playground/portal-server/portal-house.js';
import { systemClock } from '../../src/clock.js';
import type { Env } from '../../src/config/setting.js';
import { makeDataSource } from '../../src/db/data-source.js';
import { parseDatabaseUrl } from '../../src/db/database-url.js';
import { makePeople } from '../../src/staff/people.js';
import type { StaffRole } from '../../src/staff/role.js';
import { systemRandom } from '../../src/random.js';
import { databases } from '../support/databases.js';
import { kavenegarKey, kavenegarStandIn } from '../support/vendors/kavenegar.js';
import { zohalStandIn, zohalToken } from '../support/vendors/ownership.js';
import type { SmsVendor } from '../support/vendors/sms-vendor.js';
import { deadAddress } from '../support/vendors/stand-in.js';
import { type } from './shell.js';

describe.each(databases)('$name', ({ name, missing, createEmpty }) => {
  describe.skipIf(missing)('the doctor', () => {
    let folder: string;
    let database: Awaited<ReturnType<typeof createEmpty>>;
    let emulator: Emulator;
    let vendor: SmsVendor;
    let portal: StandingPortal;
    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'ramzyar-'));
      database = await createEmpty();
      emulator = await startEmulator();
      vendor = await kavenegarStandIn();
      portal = await openPortalHouse({ folder, clock: systemClock, random: systemRandom });
    });
    afterEach(async () => {
      await Promise.all([emulator.stop(), vendor.close(), portal.stop()]);
      await database.drop();
      rmSync(folder, { recursive: true });
    });

    const house = (): Env => ({
      ...portal.settings,
      NODE_ENV: 'production',
      TELEGRAM_BOT_TOKEN: emulator.token('telegram'),
      TELEGRAM_API_ROOT: emulator.root('telegram'),
      BALE_BOT_TOKEN: emulator.token('bale'),
      BALE_API_ROOT: emulator.root('bale'),
      DATABASE_URL: database.url,
      APP_KEYS: Buffer.alloc(32, 'thirty-two bytes that are no key').toString('base64'),
      SMS_PROVIDERS: 'kavenegar',
      KAVENEGAR_URL: vendor.url,
      KAVENEGAR_API_KEY: kavenegarKey,
      KAVENEGAR_TEMPLATE: 'ramzyar-code',
      KAVENEGAR_NOTICE_TEMPLATE: 'ramzyar-notice',
      PORTAL_LOGIN_URL: 'https://portal.example/',
      SUPPORT_CONTACT: '021-00001000',
      FIRST_MOBILE: 'contact',
    });
    const diagnosis = async (otherwise: Env = {}) => {
      await type('migrate', house());
      return type('doctor', { ...house(), ...otherwise });
    };
    const addStaff = async (role: StaffRole, account: string) => {
      const settings = parseDatabaseUrl(database.url);
      const dataSource = settings && (await makeDataSource(settings).initialize());
      await dataSource?.transaction((tx) =>
        makePeople({ tx, clock: systemClock }).add({ platform: 'telegram', account }, 'x', role),
      );
      await dataSource?.destroy();
    };
    const line = (said: string, about: string): string =>
      said.split('\n').find((one) => new RegExp(`^\\w+ +${about} `).test(one)) ?? `nothing about ${about}`;

    it('finds nothing wrong in a house that is in order', async () => {
      const { code, said } = await diagnosis();
      expect(said).not.toMatch(/^fault/m);
      for (const about of ['settings', 'database', 'keys', 'telegram', 'bale', 'sms kavenegar', 'portal'])
        expect(line(said, about)).toMatch(/^ok/);
      expect(code).toBe(0);
    });

    it('says what to do about a schema that is older, before anything is looked for in it', async () => {
      expect(line((await type('doctor', house())).said, 'database')).toMatch(/^warning/);
    });

    it('tells a refused token from a messenger that cannot be reached', async () => {
      const otherwise = { TELEGRAM_BOT_TOKEN: '700001:not-the-token', BALE_API_ROOT: await deadAddress() };
      const { code, said } = await diagnosis(otherwise);
      expect(line(said, 'telegram')).toContain('refuses the token');
      expect(line(said, 'bale')).toContain('no answer');
      expect(code).toBe(1);
    });

    it('tells that a webhook stands in the way of polling', async () => {
      await type('webhook set', {
        ...house(),
        ...{
          UPDATES: 'webhook',
          WEBHOOK_URL: 'https://bot.insurer.example',
          WEBHOOK_SECRET: 'a-secret-of-tests',
        },
      });
      expect(line((await diagnosis()).said, 'telegram updates')).toMatch(/^warning.*bot\.insurer\.example/);
    });

    it('finds a vendor that refuses, a portal that does not know us, and a Redis that is away', async () => {
      vendor.refuse(403);
      const REDIS_URL = (await deadAddress()).replace('http://', 'redis://:redis-secret@');
      const { said } = await diagnosis({ PORTAL_API_SECRET: 'another', REDIS_URL });
      expect(line(said, 'sms kavenegar')).toMatch(/^fault/);
      expect(line(said, 'portal')).toMatch(/^fault.*HTTP 401/);
      expect(line(said, 'redis')).toMatch(/^warning.*ECONNREFUSED/);
      expect(said).not.toContain('redis-secret');
    });

    it('warns of a provider’s credit from where staff are told of it, and never where that is switched off', async () => {
      const left = async (SMS_CREDIT_WARNING_RIALS: string) =>
        line((await diagnosis({ SMS_CREDIT_WARNING_RIALS })).said, 'sms kavenegar');
      expect(await left('1500000')).toMatch(/^ok.*1500000 rials left/);
      expect(await left('1500001')).toMatch(/^warning.*1500000 rials left/);
      expect(await left('0')).toMatch(/^ok/);
    });

    it('names the risk of a first mobile that is only typed', async () => {
      expect(line((await diagnosis({ FIRST_MOBILE: 'typed' })).said, 'first mobile')).toMatch(/^warning/);
    });

    it('finds whether the register answers, and has no word about typing where it is asked', async () => {
      const register = await zohalStandIn();
      const asking = { OWNERSHIP: 'zohal', ZOHAL_URL: register.url, FIRST_MOBILE: 'typed' };
      const { said } = await diagnosis({ ...asking, ZOHAL_TOKEN: zohalToken });
      expect(line(said, 'ownership')).toMatch(/^ok.*zohal/);
      expect(line(said, 'first mobile')).toMatch(/^ok/);
      const refused = (await diagnosis({ ...asking, ZOHAL_TOKEN: 'zohal-wrong-key' })).said;
      expect(line(refused, 'ownership')).toMatch(/^warning.*HTTP 401/);
      expect(refused).not.toContain('zohal-wrong-key');
      await register.close();
    });

    it('says which settings are set for nothing, and which are misspelt, without their values', async () => {
      const odd = { SMSIR_API_KEY: 'idle-secret', KAVENEGAR_APIKEY: 'odd-secret', BRAND_NAME_FILE: '/x' };
      const { said } = await diagnosis(odd);
      expect(said).toMatch(/^warning +settings +set and not read: SMSIR_API_KEY$/m);
      expect(said).toMatch(/^warning +settings +not known: BRAND_NAME_FILE, KAVENEGAR_APIKEY$/m);
      expect(said).not.toMatch(/idle-secret|odd-secret/);
      expect((await diagnosis({ APP_KEYS_FILE: '/run/secrets/app_keys' })).said).not.toContain('not known');
    });

    it('says what the database runs on', async () => {
      const shown = { SQLite: /SQLite 3\.\d+/, MariaDB: /MariaDB.*, utf8mb4, time zone \w+/i };
      expect(line((await diagnosis()).said, 'database server')).toMatch(shown[name]);
    });

    it('tells how far the portal’s clock is away, before signatures are refused and after', async () => {
      const ahead = async (ms: number) => {
        await type('migrate', house());
        return type('doctor', house(), { now: () => new Date(systemClock.now().getTime() + ms) });
      };
      expect(line((await ahead(0)).said, 'portal clock')).toMatch(/^ok/);
      const warned = (await ahead(120_000)).said;
      expect(line(warned, 'portal clock')).toMatch(/^warning +portal clock +1[12]\d s/);
      expect(line(warned, 'portal')).toMatch(/^ok/);
      expect(line((await ahead(400_000)).said, 'portal clock')).toMatch(/^fault/);
    });

    it('names who is missing for what takes two persons', async () => {
      expect(line((await diagnosis()).said, 'staff')).toMatch(/^warning +staff +nobody/);
      await addStaff('owner', '4711');
      expect(line((await diagnosis()).said, 'staff')).toContain('no second supervisor');
      await addStaff('operator', '4712');
      expect(line((await diagnosis()).said, 'staff')).toContain('no second supervisor');
      await addStaff('supervisor', '4713');
      expect(line((await diagnosis()).said, 'staff')).toMatch(/^ok/);
    });

    it('lists what is wrong with the settings and looks no further', async () => {
      const { code, said } = await type('doctor', { ...house(), APP_KEYS: '', SMS_PROVIDERS: 'pigeon' });
      expect(said.match(/^fault/gm)).toHaveLength(2);
      expect(code).toBe(1);
    });

    it('says nothing secret', async () => {
      const otherwise = { TELEGRAM_BOT_TOKEN: '700001:not-the-token', PORTAL_API_SECRET: 'another' };
      const { said } = await diagnosis(otherwise);
      const { APP_KEYS, BALE_BOT_TOKEN, KAVENEGAR_API_KEY, PORTAL_API_TOKEN } = house();
      for (const secret of [APP_KEYS, BALE_BOT_TOKEN, KAVENEGAR_API_KEY, PORTAL_API_TOKEN, 'not-the-token'])
        expect(said).not.toContain(secret);
    });
  });
});

it('finds a database that is not there', async () => {
  const address = new URL(await deadAddress());
  const { code, said } = await type('doctor', {
    TELEGRAM_BOT_TOKEN: '700001:telegram-secret',
    TELEGRAM_API_ROOT: await deadAddress(),
    APP_KEYS: Buffer.alloc(32, 'thirty-two bytes that are no key').toString('base64'),
    SMS_PROVIDERS: 'outbox',
    DATABASE_URL: `mysql://ramzyar:database-secret@127.0.0.1:${address.port}/ramzyar`,
  });
  expect(said).toMatch(/^fault +database +not reached: .*ECONNREFUSED/m);
  expect(said).not.toContain('database-secret');
  expect(code).toBe(1);
});
