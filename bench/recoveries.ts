/**
 * What it takes to bring a crowd of members back in who all come at once, each the whole way: `/reset`, insured code,
 * national ID, the code by SMS. The product is what `npm start` runs; messenger, phones, SMS vendor and portal are the
 * playground's, over HTTP. On SQLite, on MariaDB, with two processes, and at the pace that the product keeps to by itself.
 * Makes databases on the server that it is given, and drops them. Nobody else may use it meanwhile: its statements are counted.
 *
 *     npx tsc -p bench && node dist/bench/recoveries.js mysql://root@127.0.0.1:3306 [members, up to 1500]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { invented } from '../playground/invented.js';
import type { PlatformName } from '../src/platforms.js';
import type { Env } from '../src/config/setting.js';
import { earlyBirds, measure, type Cost } from './recoveries-cost.js';
import { startProduct } from './recoveries-product.js';
import { openTown } from './recoveries-town.js';

const [, , server = 'mysql://root@127.0.0.1:3306', count = '200'] = process.argv;
const members = Array.from({ length: Number(count) + earlyBirds }, (_, number) => invented(520_000 + number));

interface Trial {
  name: string;
  kind: 'SQLite' | 'MariaDB';
  processes: number;
  messenger: PlatformName;
  /** Settings that are not those of the playground's stage; undefined for the product's own. */
  otherwise: Env;
}

/** The budgets of text messages would end a crowd at its three hundredth; the flood limit is the product's own. */
const otherwise: Env = { SMS_PER_HOUR: '100000', SMS_PER_DAY: '1000000', UPDATES_PER_MINUTE: undefined };
/** The product's own as well: on the playground's stage it speaks as fast as it can. */
const ownPace: Env = {
  ...otherwise,
  TELEGRAM_CALLS_PER_SECOND: undefined,
  TELEGRAM_PER_CHAT_AND_MINUTE: undefined,
  BALE_CALLS_PER_SECOND: undefined,
  BALE_PER_CHAT_AND_MINUTE: undefined,
};

const onTelegram = { processes: 1, messenger: 'telegram', otherwise } as const;
const onMariadb = { ...onTelegram, kind: 'MariaDB' } as const;
const trials: readonly Trial[] = [
  { ...onTelegram, name: 'SQLite', kind: 'SQLite' },
  { ...onMariadb, name: 'MariaDB' },
  { ...onMariadb, name: 'MariaDB, two processes', processes: 2 },
  { ...onMariadb, name: 'MariaDB, at the pace for Telegram', otherwise: ownPace },
  { ...onMariadb, name: 'MariaDB, at the pace for Bale', otherwise: ownPace, messenger: 'bale' },
];

const admin = await createConnection(server);
try {
  const perMinute = new Map<string, number>();
  for (const trial of trials) {
    const cost = await tried(trial);
    perMinute.set(trial.name, cost.perMinute);
    tell(trial, cost);
  }
  const ratio = (one: string, other: string): string =>
    ((perMinute.get(one) ?? NaN) / (perMinute.get(other) ?? NaN)).toFixed(2);
  console.log(`SQLite serves ${ratio('SQLite', 'MariaDB')} times the members that MariaDB does`);
  console.log(`two processes serve ${ratio('MariaDB, two processes', 'MariaDB')} times those of one`);
} finally {
  await admin.end();
}

async function tried({ kind, processes, messenger, otherwise }: Trial): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'ramzyar-bench-'));
  const onDatabase = kind === 'SQLite' ? inFile : onServer;
  try {
    return await onDatabase(folder, async (database) => {
      const town = await openTown({ messenger, members, database, folder, otherwise });
      const starting = Array.from({ length: processes }, () => startProduct(town.settings, folder));
      const products = await Promise.all(starting);
      try {
        return await measure(town, products, kind === 'SQLite' ? null : statements);
      } finally {
        await Promise.all(products.map((product) => product.stop()));
        await town.close();
      }
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function inFile<T>(folder: string, work: (url: string) => Promise<T>): Promise<T> {
  return work(`sqlite:${join(folder, 'ramzyar.db')}`);
}

async function onServer<T>(_folder: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `ramzyar_bench_${process.pid}`;
  await admin.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  try {
    return await work(new URL(`/${name}`, server).href);
  } finally {
    await admin.query(`DROP DATABASE ${name}`);
  }
}

/** How many the server has been sent by anybody. */
async function statements(): Promise<number> {
  const [rows] = await admin.query("SHOW GLOBAL STATUS LIKE 'Questions'");
  return Number((rows as { Value: string }[])[0]?.Value);
}

function tell({ name }: Trial, { seconds, perMinute, waits, alone, each, busy }: Cost): void {
  const asked = each.statements === null ? '' : `, ${each.statements.toFixed(1)} SQL statements`;
  console.log(`${name}: ${count} members in ${seconds.toFixed(1)} s, ${Math.round(perMinute)} a minute`);
  console.log(
    `  from the code typed in until back in: half within ${waits.median} ms, 99 of 100 within ${waits.ninetyNine} ms; ` +
      `before the crowd, one after the other: half within ${alone.median} ms, the longest ${alone.most} ms`,
  );
  console.log(
    `  a recovery: ${each.cpuMs.toFixed(1)} ms of CPU${asked}, ${each.calls.toFixed(1)} calls to the messenger`,
  );
  console.log(
    `  the town around it: ${each.townCpuMs.toFixed(1)} ms of CPU; the cores were at work ${Math.round(busy * 100)} % of the time`,
  );
}
