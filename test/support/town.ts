import { Hono, type MiddlewareHandler } from 'hono';
import { makeStageClock, type StageClock } from '../../playground/clock.js';
import { startEmulator, type Emulator } from '../../playground/emulator/emulator.js';
import { listen } from '../../playground/listen.js';
import { makeKavenegarVendor } from '../../playground/phone/kavenegar.js';
import { makePhoneNetwork, type PhoneNetwork } from '../../playground/phone/phone.js';
import { approvedTemplates } from '../../playground/phone/templates.js';
import { makePortalServer } from '../../playground/portal-server/portal-server.js';
import { playedBrand, playedSettings } from '../../playground/product.js';
import { localesFolder } from '../../src/app/locales.js';
import { addDays } from '../../src/calendar/day.js';
import { dayInTehran } from '../../src/calendar/tehran.js';
import { systemClock } from '../../src/clock.js';
import { readConfig } from '../../src/config/config.js';
import type { PlatformName } from '../../src/platforms.js';
import type { Env } from '../../src/config/setting.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { makeMembers } from '../../src/members/members.js';
import { makeLocalPortal, type LocalPortal } from '../../src/portal/local.js';
import { systemRandom as random } from '../../src/random.js';
import { defaultPolicy } from '../../src/reset/policy.js';
import { loadWords } from '../../src/words/load-words.js';
import { databases, type DatabaseKind, type TestDatabase } from './databases.js';
import type { Invented } from './invented.js';
import { startProduct, type ProductProcess } from './product-process.js';

/** All that stands around the product while it runs as a process of its own: a messenger, phones, a vendor, a portal. */
export interface Town {
  clock: StageClock;
  emulator: Emulator;
  phone: PhoneNetwork;
  portal: LocalPortal;
  /** The portal's own database. */
  portalBooks: TestDatabase;
  /** The product's database, to look into. */
  db: TestDatabase;
  settings: Env;
  /** A new process, with the town's clock; with settings of its own where it is given any. */
  startProduct(own?: Env): Promise<ProductProcess>;
  close(): Promise<void>;
}

export interface TownOptions {
  messengers?: readonly PlatformName[];
  /** Stands in the way of the product's requests to the SMS vendor and to the portal. */
  inFront?: MiddlewareHandler;
  /** Settings of the product that are to be otherwise. */
  settings?: Env;
  /** Milliseconds between a messenger's tries to bring an update; as patient as a real one without a word. */
  webhookDelays?: readonly number[];
}

/** Somebody who is insured. */
export interface Resident extends Invented {
  /** The period of cover is over. */
  uncovered?: boolean;
  /** Recoveries that they have had in this period; none without a word. */
  used?: number;
}

const customer = { token: 'portal-token-of-a-town', secret: 'portal-secret-of-a-town' };

/** With these people insured, covered, and known to the portal, each with a password of their own there. */
export async function openTown(
  kind: Pick<DatabaseKind, 'create'>,
  people: readonly Resident[],
  {
    messengers = ['telegram'],
    inFront = (_c, next) => next(),
    settings: others = {},
    ...rest
  }: TownOptions = {},
): Promise<Town> {
  const clock = makeStageClock(systemClock);
  const phone = makePhoneNetwork({ clock, arrival: 'timed' });
  const emulator = await startEmulator({ clock, messengers, ...rest });
  const [db, portalBooks] = [await kind.create(), await databases[0]!.create()];
  const portal = makeLocalPortal({ inTransaction: portalBooks.inTransaction, random, cost: 16 });
  const templates = approvedTemplates(loadWords(localesFolder()), playedBrand);
  const apiKey = 'vendor-key-of-a-town';
  const vendor = makeKavenegarVendor({ apiKey, templates, phone, clock });
  const servers = await Promise.all(
    [vendor, makePortalServer({ portal, customer, clock })].map((server) =>
      listen(new Hono().use(inFront).route('/', server)),
    ),
  );
  const [smsUrl = '', portalUrl = ''] = servers.map(({ url }) => url);
  const settings = playedSettings({
    ...{ emulator, messengers, database: db.url, sms: { url: smsUrl, apiKey }, random },
    otherwise: {
      PORTAL: 'http',
      PORTAL_API_URL: portalUrl,
      PORTAL_API_TOKEN: customer.token,
      PORTAL_API_SECRET: customer.secret,
      ...others,
    },
  });
  await moveIn(people, { db, portal, settings, clock });
  return {
    ...{ clock, emulator, phone, portal, portalBooks, db, settings },
    startProduct: (own = {}) => startProduct({ ...settings, ...own }, clock.ahead),
    async close() {
      phone.stop();
      await Promise.all([emulator.stop(), ...servers.map((server) => server.stop())]);
      await Promise.all([db.drop(), portalBooks.drop()]);
    },
  };
}

async function moveIn(
  people: readonly Resident[],
  { db, portal, settings, clock }: Pick<Town, 'db' | 'portal' | 'settings' | 'clock'>,
): Promise<void> {
  const keyring = makeKeyring({ keys: readConfig(settings).keys, random });
  const today = dayInTehran(clock.now());
  const cover = { from: addDays(today, -100), to: addDays(today, 265) };
  const over = { from: addDays(today, -400), to: addDays(today, -36) };
  for (const { insuredCode, nationalId, name, phone, onRecord, uncovered = false, used = 0 } of people) {
    await db.inTransaction(async (tx) => {
      const members = makeMembers({ tx, keyring, clock });
      const record = { insuredCode, nationalId, name, mobile: onRecord ? phone : null };
      const { memberId, coverageId } = await members.put({ ...record, cover: uncovered ? over : cover });
      if (coverageId === null || used === 0) return;
      await members.putQuota({ memberId, coverageId, used, allowance: defaultPolicy.resetsPerPeriod });
    });
    await portal.openAccount(insuredCode, nationalId, `own-${insuredCode}`);
  }
}
