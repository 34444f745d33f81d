import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LimitCounter } from '../../entities/limit-counter.js';
import { afterCommit, afterRollback } from '../../src/db/after-commit.js';
import { EmbeddedEngine } from '../../src/db/libsql.js';
import { oneAtATime, type SyncLog } from '../../src/db/one-at-a-time.js';
import type { Transaction, TransactionRunner } from '../../src/db/transaction.js';
import { databases, type TestDatabase } from '../support/databases.js';

let db: TestDatabase;
let folder: string;
let disk: ReturnType<typeof makeDisk>;
let inTransaction: TransactionRunner;
/** What callbacks have said, and who has been told, in order. */
let heard: string[];

beforeEach(async () => {
  db = await databases.find(({ name }) => name === 'SQLite')!.create();
  [folder, heard, disk] = [mkdtempSync(join(tmpdir(), 'ramzyar-cut-')), [], makeDisk(readFileSync(logOf()))];
  inTransaction = oneAtATime(db.dataSource, disk.sync);
});
afterEach(async () => {
  await db.drop();
  rmSync(folder, { recursive: true });
});

const logOf = (): string => `${db.url.slice('sqlite:'.length)}-wal`;

/** One that is as slow as the test wants it, and fails as often. */
function makeDisk(kept: Buffer) {
  const waiting: { log: Buffer; resolve: () => void; reject: (error: Error) => void }[] = [];
  const sync: SyncLog = () =>
    new Promise((resolve, reject) => waiting.push({ log: readFileSync(logOf()), resolve, reject }));
  const asked = async () => {
    while (waiting.length === 0) await turn();
    return waiting.shift()!;
  };
  return {
    sync,
    syncs: () => waiting.length,
    async write() {
      const { log, resolve } = await asked();
      kept = log;
      resolve();
    },
    fail: async () => (await asked()).reject(new Error('the disk is broken')),
    /** What a power cut would leave of the log. */
    kept: () => kept,
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Everything has happened that waits for nothing but the disk. */
async function settled(): Promise<void> {
  for (let turns = 0; turns < 20; turns += 1) await turn();
}

const write = (tx: Transaction, key: string) =>
  tx.insert(LimitCounter, { key, count: 1, windowEndsAt: new Date(0) });

const told = (name: string, work: (tx: Transaction) => Promise<unknown>): Promise<void> =>
  inTransaction(async (tx) => {
    afterCommit(tx, () => heard.push(`${name} follows`));
    afterRollback(tx, () => heard.push(`${name} is undone`));
    await work(tx);
  }).then(
    () => void heard.push(`${name} is told`),
    (error: unknown) => void heard.push(`${name} is told: ${(error as Error).message}`),
  );

/** As the next start would find them if the power failed now. */
function afterPowerCut(): string[] {
  const file = db.url.slice('sqlite:'.length);
  const copy = join(mkdtempSync(join(folder, 'cut-')), 'copy.db');
  copyFileSync(file, copy);
  writeFileSync(`${copy}-wal`, disk.kept());
  const engine = new EmbeddedEngine(copy);
  const rows = engine.prepare('SELECT key FROM limit_counters ORDER BY key').all() as { key: string }[];
  engine.close();
  return rows.map(({ key }) => key);
}

it('nobody hears of a commit before a power cut would leave it', async () => {
  const one = told('a', (tx) => write(tx, 'a'));
  await settled();
  expect(heard).toEqual([]);
  expect(afterPowerCut()).toEqual([]);
  await disk.write();
  await one;
  expect(heard).toEqual(['a follows', 'a is told']);
  expect(afterPowerCut()).toEqual(['a']);
});

it('who has only read what another has written waits for the disk as well, even where it failed about it', async () => {
  const all = [
    told('a', (tx) => write(tx, 'a')),
    told('b', async (tx) => heard.push(`b sees ${await tx.countBy(LimitCounter, { key: 'a' })}`)),
    told('c', (tx) => write(tx, 'a')),
  ];
  await settled();
  expect(heard).toEqual(['b sees 1', 'c is undone']);
  await disk.write();
  await Promise.all(all);
  expect(heard.slice(2)).toEqual([
    ...['a follows', 'a is told', 'b follows', 'b is told'],
    expect.stringMatching(/^c is told: .*UNIQUE/),
  ]);
});

it('who commits while the disk is busy shares the next wait with all others, and none is told too early', async () => {
  const first = told('first', (tx) => write(tx, 'first'));
  await settled();
  const others = Array.from({ length: 30 }, (_, at) => told(`${at}`, (tx) => write(tx, `${at}`)));
  await settled();
  expect(disk.syncs()).toBe(1);
  await disk.write();
  await first;
  await settled();
  expect(heard).toEqual(['first follows', 'first is told']);
  expect(disk.syncs()).toBe(1);
  await disk.write();
  await Promise.all(others);
  expect(disk.syncs()).toBe(0);
  expect(afterPowerCut()).toHaveLength(31);
});

it('who reads when all is on the disk waits for nothing', async () => {
  const one = told('a', (tx) => write(tx, 'a'));
  await disk.write();
  await one;
  await told('b', (tx) => tx.countBy(LimitCounter, { key: 'a' }));
  expect(heard.slice(2)).toEqual(['b follows', 'b is told']);
});

it('where the disk does not take it, all who hang on it are told so, and the next is not', async () => {
  const lost = [told('a', (tx) => write(tx, 'a')), told('b', (tx) => tx.countBy(LimitCounter, { key: 'a' }))];
  await disk.fail();
  await Promise.all(lost);
  expect(heard).toEqual([
    ...['a is undone', 'a is told: the disk is broken'],
    ...['b is undone', 'b is told: the disk is broken'],
  ]);
  const next = told('c', (tx) => write(tx, 'c'));
  await disk.write();
  await next;
  expect(heard.slice(4)).toEqual(['c follows', 'c is told']);
});
