import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { staffCast } from '../../../playground/cast.js';
import { startEmulator, type Emulator } from '../../../playground/emulator/emulator.js';
import { playedSettings } from '../../../playground/product.js';
import { quickCost } from '../../../playground/seed.js';
import { seededRandom } from '../../../playground/seeded-random.js';
import { makeDataSource } from '../../../src/db/data-source.js';
import { migrate } from '../../../src/db/migrate.js';
import { makeTransactionRunner } from '../../../src/db/transaction-runner.js';
import { platformNames } from '../../../src/platforms.js';
import { makeLocalPortal } from '../../../src/portal/local.js';
import type { Mortals } from '../mortal.js';
import { listOf, type Passer } from '../people/passers.js';
import { makeWakes, type Wakes } from '../people/wakes.js';
import { openDatabase, type Database } from './database.js';
import { startPortal, startSmsVendor, type Neighbour } from './neighbours.js';
import { makePhones, type Phones } from './phones.js';
import { startReplica, type Replica, type Settings } from './replica.js';

/** Two replicas of the product as `npm start` runs it, and all that stands around them. */
export interface World {
  emulator: Emulator;
  phones: Phones;
  wakes: Wakes;
  database: Database;
  replicas: readonly [Replica, Replica];
  mortals: Mortals;
  settings: Settings;
  /** Where its files and logs are. */
  folder: string;
  /** Types a command of the operator's; what it said on its output, and how it ended. */
  ramzyar: (words: readonly string[], otherwise?: Settings) => Promise<{ code: number; said: string }>;
  /** The portal's own books: whose password was made initial, by the id of the order. */
  portalResets(): Promise<Map<string, string>>;
  close(keeps: boolean): Promise<void>;
}

export interface WorldPlan {
  seed: string;
  passers: readonly Passer[];
  /** The build that is started first. */
  program: string;
}

/** This build. */
export const thisProgram = fileURLToPath(new URL('../../../src/main.js', import.meta.url));

export async function openWorld({ seed, passers, program }: WorldPlan): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'ramzyar-soak-'));
  const wakes = makeWakes();
  const phones = makePhones((mobile) => wakes.ring(mobile));
  const database = await openDatabase();
  const emulator = await startEmulator();
  emulator.onChange(({ messenger, chatId }) => wakes.ring(`${messenger}:${chatId}`));
  await openAccounts(folder, seed, passers);
  const sms = await startSmsVendor((one) => phones.receive(one));
  const portal = await startPortal(folder, seed);
  const settings = settingsOf({ emulator, database, sms, portal, seed });
  const ramzyar = (words: readonly string[], otherwise: Settings = {}): ReturnType<World['ramzyar']> =>
    typed(join(dirname(program), 'cli/main.js'), words, { ...settings, ...otherwise }, folder);
  await moveIn(ramzyar, folder, passers);
  const started = (name: string) => startReplica({ name, folder, program, settings });
  const replicas = [await started('replica 1'), await started('replica 2')] as const;
  await Promise.all(replicas.map((one) => one.isReady()));
  return {
    ...{ emulator, phones, wakes, database, replicas, settings, folder, ramzyar },
    mortals: { 'replica 1': replicas[0], 'replica 2': replicas[1], database, 'sms vendor': sms, portal },
    portalResets: () => resetsIn(folder),
    async close(keeps) {
      await Promise.all(replicas.map((one) => one.endForGood()));
      await Promise.all([emulator.stop(), sms.end(), portal.end(), database.endForGood()]);
      if (!keeps) rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface SettingsParts {
  emulator: Emulator;
  database: Database;
  sms: { url: string };
  portal: Neighbour & { settings: Settings };
  seed: string;
}

function settingsOf({ emulator, database, sms, portal, seed }: SettingsParts): Settings {
  const played = playedSettings({
    ...{ emulator, messengers: platformNames, database: database.url, random: seededRandom(`${seed} keys`) },
    sms: { url: sms.url, apiKey: 'soak-key' },
    otherwise: {
      ...portal.settings,
      NODE_ENV: 'production',
      LOG_LEVEL: 'info',
      MORNING_DIGEST: 'off',
      // A crowd would come to their ends.
      SMS_PER_HOUR: '100000',
      SMS_PER_DAY: '1000000',
      UPDATES_PER_MINUTE: '60',
    },
  });
  return Object.fromEntries(Object.entries(played).filter((one): one is [string, string] => !!one[1]));
}

async function typed(
  cli: string,
  words: readonly string[],
  settings: Settings,
  cwd: string,
): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, ['--enable-source-maps', cli, ...words], {
    cwd,
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code: code ?? 1, said };
}

/** By the operator's own commands, as they are written down for a first installation. */
async function moveIn(ramzyar: World['ramzyar'], folder: string, passers: readonly Passer[]): Promise<void> {
  const list = join(folder, 'members.csv');
  writeFileSync(list, listOf(passers));
  const { said } = await ramzyar(['members', 'import', list]);
  const reference = /ramzyar members apply (\w+)/.exec(said)?.[1];
  if (!reference) throw new Error(`the list of members was not taken:\n${said}`);
  await ramzyar(['members', 'apply', reference]);
  for (const { role, name, accounts } of staffCast)
    await ramzyar([
      'admin',
      'add',
      `telegram:${accounts.telegram}+bale:${accounts.bale}`,
      name,
      '--role',
      role,
    ]);
}

const portalFile = (folder: string) => join(folder, 'portal.db');

/** Before the portal is opened: whoever comes has a password of their own there. */
async function openAccounts(folder: string, seed: string, passers: readonly Passer[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const dataSource = await makeDataSource({ kind: 'sqlite', file: portalFile(folder) }).initialize();
  await migrate(dataSource);
  const inTransaction = makeTransactionRunner(dataSource);
  const portal = makeLocalPortal({
    inTransaction,
    random: seededRandom(`${seed} accounts`),
    cost: quickCost,
  });
  for (const { insuredCode, nationalId } of passers)
    await portal.openAccount(insuredCode, nationalId, `own-${insuredCode}`);
  await dataSource.destroy();
}

async function resetsIn(folder: string): Promise<Map<string, string>> {
  const dataSource = await makeDataSource({ kind: 'sqlite', file: portalFile(folder) }).initialize();
  const rows = await dataSource.query<{ id: string; insured_code: string }[]>(
    'SELECT id, insured_code FROM portal_resets',
  );
  await dataSource.destroy();
  return new Map(rows.map((row) => [row.id, row.insured_code]));
}
