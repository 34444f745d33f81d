import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono, type MiddlewareHandler } from 'hono';
import type { DataSource } from 'typeorm';
import { makeStageClock, type StageClock } from '../../playground/clock.js';
import { startEmulator, type Emulator } from '../../playground/emulator/emulator.js';
import { listen } from '../../playground/listen.js';
import { makeKavenegarVendor } from '../../playground/phone/kavenegar.js';
import { makePhoneNetwork, type PhoneNetwork } from '../../playground/phone/phone.js';
import { approvedTemplates } from '../../playground/phone/templates.js';
import { openPortalHouse } from '../../playground/portal-server/portal-house.js';
import { playedBrand, playedSettings } from '../../playground/product.js';
import { localesFolder } from '../../src/app/locales.js';
import { systemClock } from '../../src/clock.js';
import { readConfig } from '../../src/config/config.js';
import type { Env } from '../../src/config/setting.js';
import { parseDatabaseUrl } from '../../src/db/database-url.js';
import { makeDataSource } from '../../src/db/data-source.js';
import { migrate } from '../../src/db/migrate.js';
import { makeTransactionRunner } from '../../src/db/transaction-runner.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { platformNames } from '../../src/platforms.js';
import type { LocalPortal } from '../../src/portal/local.js';
import { loadWords } from '../../src/words/load-words.js';
import { seededRandom } from '../../playground/seeded-random.js';
import type { Database } from './databases.js';
import { makeFleet, type Fleet } from './fleet.js';
import { moveIn, type Resident } from './people.js';
import { isIdle, quietWith } from './quiet.js';

/** The product in processes of its own, and all that stands around it. */
export interface Town extends Fleet {
  clock: StageClock;
  emulator: Emulator;
  phone: PhoneNetwork;
  portal: LocalPortal;
  /** The product's database, as whoever has got at it sees it. */
  dataSource: DataSource;
  settings: Env;
  /** Where its files are. */
  folder: string;
  /** Text messages that the vendor has taken on. */
  sent(): number;
  close(): Promise<void>;
}

export interface TownPlan {
  people?: readonly Resident[];
  settings?: Env;
  /** Stand in the way of the product's requests. */
  inFrontOfPortal?: MiddlewareHandler;
  inFrontOfVendor?: MiddlewareHandler;
}

const words = loadWords(localesFolder());

/** An empty town with these people in it; the product is at work. */
export async function openTown(database: Database, seed: string, plan: TownPlan): Promise<Town> {
  const random = seededRandom(seed);
  const clock = makeStageClock(systemClock);
  const folder = mkdtempSync(join(tmpdir(), 'ramzyar-lab-'));
  const db = await database.open(folder);
  const phone = makePhoneNetwork({ clock, arrival: 'timed' });
  const bare = await startEmulator({ clock, messengers: platformNames });
  const emulator = { ...bare, settled: quietWith(bare, () => isIdle(dataSource, clock)) };
  const house = await openPortalHouse({ folder, clock, random, inFront: plan.inFrontOfPortal });
  const apiKey = random.bytes(16).toString('hex');
  const templates = approvedTemplates(words, playedBrand);
  const between: MiddlewareHandler = plan.inFrontOfVendor ?? ((_c, next) => next());
  const vendor = await listen(
    new Hono().use(between).route('/', makeKavenegarVendor({ apiKey, templates, phone, clock })),
  );
  const settings = playedSettings({
    ...{ emulator, messengers: platformNames, database: db.url, random, sms: { url: vendor.url, apiKey } },
    otherwise: { ...house.settings, MORNING_DIGEST: 'off', UPDATES_PER_MINUTE: '60', ...plan.settings },
  });
  const dataSource = await enter(db.url, settings, { clock, seed, people: plan.people ?? [], house });
  const fleet = await makeFleet({ processes: database.processes, settings, clock, seed, phone });
  return {
    ...fleet,
    ...{ clock, emulator, phone, portal: house.portal, dataSource, settings, folder },
    sent: () => sentBy(phone),
    async close() {
      emulator.faults.clear();
      await fleet.stopAll();
      phone.stop();
      await Promise.all([emulator.stop(), vendor.stop(), house.stop(), dataSource.destroy()]);
      await db.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Entered {
  clock: StageClock;
  seed: string;
  people: readonly Resident[];
  house: { portal: LocalPortal };
}

async function enter(url: string, settings: Env, { clock, seed, people, house }: Entered) {
  const parsed = parseDatabaseUrl(url);
  if (!parsed) throw new Error('this is no database of ours');
  const dataSource = await makeDataSource(parsed).initialize();
  await migrate(dataSource);
  const keyring = makeKeyring({ keys: readConfig(settings).keys, random: seededRandom(`${seed} books`) });
  const inTransaction = makeTransactionRunner(dataSource);
  await moveIn(people, { inTransaction, keyring, portal: house.portal, clock });
  return dataSource;
}

/** They are numbered one after the other. */
function sentBy(phone: PhoneNetwork): number {
  let count = 0;
  while (phone.find(count + 1)) count += 1;
  return count;
}
