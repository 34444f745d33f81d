import { startEmulator, type Emulator } from '../playground/emulator/emulator.js';
import type { Invented } from '../playground/invented.js';
import { listen } from '../playground/listen.js';
import { makeKavenegarVendor } from '../playground/phone/kavenegar.js';
import { makePhoneNetwork, type PhoneNetwork } from '../playground/phone/phone.js';
import { approvedTemplates } from '../playground/phone/templates.js';
import { openPortalHouse, type StandingPortal } from '../playground/portal-server/portal-house.js';
import { playedSettings } from '../playground/product.js';
import { localesFolder } from '../src/app/locales.js';
import type { PlatformName } from '../src/platforms.js';
import { systemClock as clock } from '../src/clock.js';
import { readConfig } from '../src/config/config.js';
import type { Env } from '../src/config/setting.js';
import { makeDataSource } from '../src/db/data-source.js';
import { makeTransactionRunner } from '../src/db/transaction-runner.js';
import { migrate } from '../src/db/migrate.js';
import { makeKeyring } from '../src/keys/make-keyring.js';
import { makeMembers } from '../src/members/members.js';
import { systemRandom as random } from '../src/random.js';
import { loadWords } from '../src/words/load-words.js';

/** Members, and all that stands around the product: their messenger, their phones, an SMS vendor and the portal, each behind HTTP. */
export interface Town {
  messenger: PlatformName;
  members: readonly Invented[];
  emulator: Emulator;
  phone: PhoneNetwork;
  /** With which the product finds its way there. */
  settings: Env;
  close(): Promise<void>;
}

export interface TownParts {
  messenger: PlatformName;
  members: readonly Invented[];
  /** `DATABASE_URL` of an empty database. */
  database: string;
  /** Where the portal keeps its own. */
  folder: string;
  /** Settings of the product that are to be otherwise than on the stage. */
  otherwise: Env;
}

/** Everybody is covered, has a mobile on record, and a password of their own at the portal. */
export async function openTown({
  messenger,
  members,
  database,
  folder,
  otherwise,
}: TownParts): Promise<Town> {
  const emulator = await startEmulator({ clock, messengers: [messenger] });
  const phone = makePhoneNetwork({ clock, arrival: 'timed' });
  const house = await openPortalHouse({ folder, clock, random });
  const apiKey = random.bytes(16).toString('hex');
  const templates = approvedTemplates(loadWords(localesFolder()));
  const vendor = await listen(makeKavenegarVendor({ apiKey, templates, phone, clock }));
  const settings = playedSettings({
    ...{ emulator, messengers: [messenger], database, random },
    sms: { url: vendor.url, apiKey },
    otherwise: { ...house.settings, ...otherwise },
  });
  await moveIn(members, house, settings);
  return {
    ...{ messenger, members, emulator, phone, settings },
    async close() {
      phone.stop();
      await Promise.all([emulator.stop(), vendor.stop(), house.stop()]);
    },
  };
}

async function moveIn(
  members: readonly Invented[],
  { portal }: StandingPortal,
  settings: Env,
): Promise<void> {
  const { database, keys } = readConfig(settings);
  const keyring = makeKeyring({ keys, random });
  const dataSource = await makeDataSource(database).initialize();
  await migrate(dataSource);
  const inTransaction = makeTransactionRunner(dataSource);
  const cover = { from: '2025-03-21', to: '2099-03-20' };
  for (const member of members) {
    await inTransaction((tx) => makeMembers({ tx, keyring, clock }).put({ ...member, cover }));
    await portal.openAccount(member.insuredCode, member.nationalId, `own-${member.insuredCode}`);
  }
  await dataSource.destroy();
}
