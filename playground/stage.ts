import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MiddlewareHandler } from 'hono';
import type { App } from '../src/app/app.js';
import { localesFolder } from '../src/app/locales.js';
import type { PlatformName } from '../src/platforms.js';
import { systemClock } from '../src/clock.js';
import type { Env } from '../src/config/setting.js';
import type { Timeouts } from '../src/http-client/send.js';
import { schedule } from '../src/scheduler/schedule.js';
import { silence, type Log } from '../src/log.js';
import type { LocalPortal } from '../src/portal/local.js';
import { systemRandom, type Random } from '../src/random.js';
import { loadWords } from '../src/words/load-words.js';
import { cast, player, staffCast, type Player } from './cast.js';
import { makeStageClock, type StageClock } from './clock.js';
import { comesDue } from './come-due.js';
import type { Account } from './emulator/account.js';
import { startEmulator, type Emulator } from './emulator/emulator.js';
import { accountOf, personChat } from './person-chat.js';
import { listen } from './listen.js';
import { makeKavenegarVendor } from './phone/kavenegar.js';
import { writePast } from './past/past.js';
import { makePhoneNetwork } from './phone/phone.js';
import { approvedTemplates } from './phone/templates.js';
import { makePortalDesk } from './portal/desk.js';
import { openPortalHouse } from './portal-server/portal-house.js';
import { playedBrand, playedConfig, portalUrl } from './product.js';
import { runBot } from './running-bot.js';
import { makeSamples } from './samples/samples.js';
import { seed } from './seed.js';
import type { Stage } from './server/stage.js';
import { messengers as everyMessenger } from './server/who-and-where.js';

export interface StageOptions {
  messengers?: readonly PlatformName[];
  /** `DATABASE_URL` of an empty database; an SQLite file of its own without one. */
  database?: string;
  clock?: StageClock;
  random?: Random;
  log?: Log;
  /** Whether SMS arrive by themselves; `timed` without a word. */
  arrival?: 'timed' | 'by-hand';
  /** Part of the product, or a service of its own behind the published contract; `embedded` without a word. */
  portal?: 'embedded' | 'http';
  /** Stands in the way of the product's requests to a portal of its own. */
  inFrontOfPortal?: MiddlewareHandler;
  /** How long the product waits for its SMS vendors; as long as it always does without a word. */
  timeouts?: Timeouts;
  /** Whether there were days and hours before now, with recoveries in them; none without a word. */
  past?: boolean;
  /** Settings of the product that are to be otherwise. */
  settings?: Env;
}

/** The product among people: real bot, real HTTP, an emulated messenger, phones, a portal, and a cast. */
export interface PlayedStage extends Stage {
  readonly emulator: Emulator;
  account(role: Player['role'], messenger: PlatformName): Account;
  /** Everybody of staff writes to the bot once, on Telegram, so that it may write to them. */
  clockIn(): Promise<void>;
  /** The product as it runs now; waits while it is started again. */
  app(): Promise<App>;
  /** Ends everything, and throws away what was made for it. */
  stop(): Promise<void>;
}

/** Sets the stage and lets the bot begin. */
export async function startStage(options: StageOptions = {}): Promise<PlayedStage> {
  const set = await build(options);
  const { clock, phone, emulator } = set;
  const bot = await runBot({
    config: set.config,
    edges: { clock, random: set.random, log: options.log ?? silence },
    prepare: async (app, first) => {
      if (!first) return app.localPortal?.setAway(portal.isAway());
      await seed({ app, cast, clock, random: set.random, portal: set.standing?.portal ?? null });
      if (options.past) {
        await writePast({ app, cast, clock, random: set.random, bot: emulator.bot('telegram').id });
      }
    },
  });
  const portal = makePortalDesk({
    portal: async () => set.standing?.portal ?? embeddedPortal(await bot.app()),
    url: portalUrl,
  });
  return {
    ...{ cast, staff: staffCast, clock, phone, portal, emulator },
    samples: set.samples,
    app: () => bot.app(),
    restartBot: () => bot.restart(),
    bot: (messenger) => emulator.bot(messenger),
    account: (role, messenger) => accountOf(emulator, messenger, player(role)),
    chat: (role, messenger) => personChat(emulator, messenger, player(role)),
    async clockIn() {
      for (const one of staffCast) accountOf(emulator, 'telegram', one).say('/help');
      await emulator.settled();
    },
    async advance(milliseconds) {
      const before = clock.now();
      clock.advance(milliseconds);
      phone.deliverDue();
      await catchUp(await bot.app(), before, clock.now());
    },
    onChange: (listener) => {
      const leave = [emulator, phone, portal].map((part) => part.onChange(() => listener()));
      return () => leave.forEach((stop) => stop());
    },
    stop: async () => {
      await bot.stop();
      await set.strike();
    },
  };
}

/** What stands around the bot, and the settings by which it finds its way there. */
async function build(options: StageOptions) {
  const { clock = makeStageClock(systemClock), random = systemRandom } = options;
  const { messengers = everyMessenger, arrival = 'timed', settings = {} } = options;
  const folder = mkdtempSync(join(tmpdir(), 'ramzyar-stage-'));
  const phone = makePhoneNetwork({ clock, arrival });
  const emulator = await startEmulator({ clock, messengers });
  const apiKey = random.bytes(16).toString('hex');
  const inFront = options.inFrontOfPortal;
  const standing =
    options.portal === 'http' ? await openPortalHouse({ folder, clock, random, inFront }) : null;
  const words = loadWords(localesFolder());
  const templates = approvedTemplates(words, settings['BRAND_NAME'] ?? playedBrand);
  const samples = makeSamples({ cast, clock, words });
  const vendor = await listen(makeKavenegarVendor({ apiKey, templates, phone, clock }));
  const played = playedConfig({
    ...{ emulator, messengers, random, sms: { url: vendor.url, apiKey } },
    database: options.database ?? `sqlite:${join(folder, 'ramzyar.db')}`,
    otherwise: { ...standing?.settings, ...settings },
  });
  const { timeouts } = options;
  const config = timeouts ? { ...played, sms: played.sms.map((one) => ({ ...one, timeouts })) } : played;
  const strike = async (): Promise<void> => {
    phone.stop();
    await Promise.all([emulator.stop(), vendor.stop(), standing?.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
  return { clock, random, phone, emulator, standing, samples, config, strike };
}

/** What the leader would have done in this time is done now, each once. */
async function catchUp(app: App, before: Date, now: Date): Promise<void> {
  for (const { name, when } of schedule) if (comesDue(when, before, now)) await app.runTask(name);
}

function embeddedPortal({ localPortal }: App): LocalPortal {
  if (!localPortal) throw new Error('the stage plays with the embedded portal');
  return localPortal;
}
