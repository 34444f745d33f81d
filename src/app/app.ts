import { hostname } from 'node:os';
import type { DataSource } from 'typeorm';
import { dialogueVersion } from '../../conversations/version.js';
import { makeBots } from './bots.js';
import { seedOwners } from './seed-owners.js';
import { makeEngine, type Engine } from './engine.js';
import { countCalls, countOutcomes } from './counted-events.js';
import { expectSeries } from './expected-series.js';
import { makeNotifyBeforeShutdown } from './notify-before-shutdown.js';
import { noticeRestore } from './end-after-restore.js';
import { requireKeys } from './require-keys.js';
import { localesFolder } from './locales.js';
import { makeRun } from './run.js';
import { servicesIn, type ProcessDeps, type Services } from './services.js';
import { renewStaffMenus } from './staff-menus.js';
import { makeRaiseAlert } from './raise-alert.js';
import { logRests } from './sms-rests.js';
import { logOwnership, openOwnership, openPortal, openSms } from './vendors.js';
import { productVersion } from './version.js';
import type { Clock } from '../clock.js';
import type { Config } from '../config/config.js';
import { lockFile } from '../db/lock-file.js';
import { makeDataSource } from '../db/data-source.js';
import { makeLockKeeper } from '../db/lock-keeper.js';
import { makeSingleStatement } from '../db/single-statement.js';
import { makeTransactionRunner } from '../db/transaction-runner.js';
import { migrate } from '../db/migrate.js';
import type { TransactionRunner, Transaction } from '../db/transaction.js';
import type { Health } from '../http/health.js';
import { makeChatQueue } from '../intake/chat-queue.js';
import { makeKeyring } from '../keys/make-keyring.js';
import type { Keyring } from '../keys/keyring.js';
import type { Log } from '../log.js';
import { makeMessenger } from '../messenger/messenger.js';
import { makeMetrics } from '../metrics.js';
import { makeHandOver } from '../outbox/hand-over.js';
import type { LocalPortal } from '../portal/local.js';
import type { Random } from '../random.js';
import { loadWords } from '../words/load-words.js';

/** What differs between a real process and a played one. */
export interface Runtime {
  clock: Clock;
  random: Random;
  log: Log;
}

/** The whole product in one process. */
export interface App {
  /** Begins to take in, handle and send. Throws when a messenger refuses its token. */
  start(): Promise<void>;
  /** Finishes what is in hand, and closes everything. */
  stop(): Promise<void>;
  /** Resolves with the reason when the process cannot go on without a person. */
  readonly fatalError: Promise<Error>;
  /** Runs one job of the timetable now; returns how many rows it touched. */
  runTask(name: string): Promise<number>;
  /** The one doorway. */
  readonly inTransaction: TransactionRunner;
  services(tx: Transaction): Services;
  readonly dataSource: DataSource;
  readonly keyring: Keyring;
  /** The embedded portal; null with a real one. */
  readonly localPortal: LocalPortal | null;
  health(): Promise<Health>;
  /** Of health and metrics; 0 before the start. */
  httpPort(): number;
}

/** Opens the database, brings it up to date, and puts the product together. Nothing moves before `start`. */
export async function makeApp(config: Config, runtime: Runtime): Promise<App> {
  const version = productVersion();
  const { replica } = config;
  runtime.log.info({ version, replica, host: hostname(), pid: process.pid }, 'starting');
  const keyring = makeKeyring({ keys: config.keys, random: runtime.random });
  const { database } = config;
  const letGo = database.kind === 'sqlite' ? lockFile(database.file) : () => undefined;
  const dataSource = makeDataSource(database);
  try {
    await dataSource.initialize();
    for (const done of await migrate(dataSource)) runtime.log.info({ done }, 'database brought up to date');
    const door = makeTransactionRunner(dataSource);
    await requireKeys(door, keyring, runtime.clock);
    const shared = { config, keyring, ...runtime, dialogueVersion: '' };
    await noticeRestore({ shared, inTransaction: door, dataSource, database }, runtime.log);
    await seedOwners(door, { config, keyring, ...runtime });
    const app = assemble(config, runtime, { keyring, dataSource, door, version });
    return { ...app, stop: () => app.stop().finally(letGo) };
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    letGo();
    throw error;
  }
}

interface OpenedDatabase {
  keyring: Keyring;
  dataSource: DataSource;
  door: TransactionRunner;
  version: string;
}

function assemble(
  config: Config,
  runtime: Runtime,
  { keyring, dataSource, door, version }: OpenedDatabase,
): App {
  const { clock, random, log } = runtime;
  const { facts, policy, insuredCodePattern } = config;
  const words = loadWords(localesFolder());
  const rules = { ...policy, insuredCodePattern };
  const chatQueue = makeChatQueue();
  const onEnqueued = (chatKey: string): void => {
    log.debug({}, 'chat handed over');
    chatQueue.add(chatKey);
  };
  const metrics = makeMetrics();
  const shared: ProcessDeps = {
    config,
    keyring,
    clock,
    random,
    dialogueVersion: dialogueVersion(rules),
    onEnqueued,
    handOver: makeHandOver(),
    onOutcome: countOutcomes(metrics),
  };
  const messengers = config.messengers.map((settings) => countCalls(makeMessenger(settings), clock, metrics));
  const bots = makeBots({ messengers, shared, options: { words, facts, rules, clock, random } });
  const { portal, local } = openPortal(config.portal, { inTransaction: door, clock, random, log });
  const raiseAlert = makeRaiseAlert({ shared, inTransaction: door, log });
  const rests = logRests({ log, clock });
  const sms = openSms({
    brand: config.facts.brand,
    vendors: config.sms,
    words,
    support: facts.supportContact,
    clock,
    onTrouble(trouble) {
      rests.onTrouble(trouble);
      void raiseAlert({ cause: `sms-${trouble.kind}`, about: trouble.provider });
    },
    onBack: rests.onBack,
  });
  const ownership = openOwnership(config.ownership, logOwnership({ log, clock }));
  const notifyBeforeShutdown = makeNotifyBeforeShutdown({ shared, inTransaction: door, raiseAlert });
  const fatalError = makeFatalError();
  const locks = makeLockKeeper(config.database);
  const engine: Engine = makeEngine({
    shared,
    locks,
    inTransaction: door,
    messengers,
    bots,
    sms,
    portal,
    ownership,
    words,
    log,
    count: metrics.count,
    raiseAlert,
    chatQueue,
    inStatement: makeSingleStatement(dataSource, door),
    tokenRefused: ({ platform }) =>
      void notifyBeforeShutdown(platform).then(() =>
        fatalError.raise(new Error(`${platform} refuses the bot token`)),
      ),
  });
  expectSeries(metrics, {
    platforms: messengers.map(({ platform }) => platform),
    jobKinds: engine.jobKinds,
    smsProviders: sms.providers,
  });
  const prepare = () => renewStaffMenus({ shared, inTransaction: door, messengers, words });
  const run = makeRun({
    ...{ shared, log, engine, bots, locks, prepare, dataSource, inTransaction: door, metrics, version },
  });
  return {
    start: run.start,
    stop: run.stop,
    health: run.health,
    httpPort: run.httpPort,
    fatalError: fatalError.raised,
    runTask: engine.scheduler.run,
    inTransaction: door,
    services: (tx) => servicesIn(shared, tx),
    dataSource,
    keyring,
    localPortal: local,
  };
}

/** Raised once; later reasons follow from the first. */
function makeFatalError(): { raised: Promise<Error>; raise(reason: Error): void } {
  let raise: (reason: Error) => void = () => undefined;
  const raised = new Promise<Error>((resolve) => {
    raise = resolve;
  });
  return { raised, raise };
}
