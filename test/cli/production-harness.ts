import { mkdtempSync, rmSync } from 'node:fs';
import { longAgo } from '../../playground/seed.js';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe } from 'vitest';
import { startEmulator } from '../../playground/emulator/emulator.js';
import { openPortalHouse } from '../../playground/portal-server/portal-house.js';
import { systemClock } from '../../src/clock.js';
import type { Env } from '../../src/config/setting.js';
import { makeDataSource } from '../../src/db/data-source.js';
import { parseDatabaseUrl } from '../../src/db/database-url.js';
import { makePeople } from '../../src/people/people.js';
import type { StaffRole } from '../../src/people/role.js';
import { systemRandom } from '../../src/random.js';
import { databases, type DatabaseKind } from '../support/databases.js';
import { kavenegarKey, kavenegarStandIn } from '../support/vendors/kavenegar.js';
import { type } from './shell.js';

export type ProductionHarness = Awaited<ReturnType<typeof openProductionHouse>>;

/** A suite on every database we promise, each test in a production house of its own. */
export function onProductionHarnesses(
  title: string,
  suite: (harness: () => ProductionHarness, kind: DatabaseKind) => void,
): void {
  describe.each(databases)('$name', (kind) => {
    describe.skipIf(kind.missing)(title, () => {
      let harness: ProductionHarness;
      beforeEach(async () => {
        harness = await openProductionHouse(kind);
      });
      afterEach(() => harness.close());
      suite(() => harness, kind);
    });
  });
}

/** Settings of production in which nothing is wrong, and whoever answers where they lead. */
export async function openProductionHouse({ createEmpty }: DatabaseKind) {
  const folder = mkdtempSync(join(tmpdir(), 'ramzyar-'));
  const database = await createEmpty();
  const emulator = await startEmulator();
  const vendor = await kavenegarStandIn();
  const portal = await openPortalHouse({ folder, clock: systemClock, random: systemRandom });
  const settings: Env = {
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
    HTTP_PORT: '0',
  };

  return {
    settings,
    vendor,
    /** What the doctor says of these settings, or of others in part, once the tables are there. */
    async diagnosis(otherwise: Env = {}) {
      await type('migrate', settings);
      return type('doctor', { ...settings, ...otherwise });
    },
    async addStaff(role: StaffRole, account: string): Promise<void> {
      const address = parseDatabaseUrl(database.url);
      const dataSource = address && (await makeDataSource(address).initialize());
      await dataSource?.transaction((tx) =>
        makePeople({ tx, clock: longAgo(systemClock) }).add({ platform: 'telegram', account }, 'x', role),
      );
      await dataSource?.destroy();
    },
    async close(): Promise<void> {
      await Promise.all([emulator.stop(), vendor.close(), portal.stop()]);
      await database.drop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The line of what was said that is about this. */
export const line = (said: string, about: string): string =>
  said.split('\n').find((one) => new RegExp(`^\\w+ +${about} `).test(one)) ?? `nothing about ${about}`;
