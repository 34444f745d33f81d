import type { DataSource } from 'typeorm';
import { systemClock } from '../src/clock.js';
import { makeDataSource } from '../src/db/data-source.js';
import { parseDatabaseUrl } from '../src/db/database-url.js';
import { makeTransactionRunner } from '../src/db/transaction-runner.js';
import { migrate } from '../src/db/migrate.js';
import { makeKeyring } from '../src/keys/make-keyring.js';
import { makeMembers } from '../src/members/members.js';
import { systemRandom } from '../src/random.js';
import { waitsOf, type Waits } from './waits.js';

/** Of no secret. */
export const keyring = makeKeyring({
  keys: [Buffer.alloc(32, 'a key for measuring with')],
  random: systemRandom,
});

const insuredCode = '52000001';
const nationalId = '0010000011';
const pauseMs = 50;

/** The tables, and one member who is in no list. */
export async function openBook(url: string): Promise<DataSource> {
  const settings = parseDatabaseUrl(url);
  if (!settings) throw new Error('this is no database of ours');
  const dataSource = await makeDataSource(settings).initialize();
  await migrate(dataSource);
  const cover = { from: '2025-03-21', to: '2099-03-20' };
  await makeTransactionRunner(dataSource)((tx) =>
    makeMembers({ tx, keyring, clock: systemClock }).put({ insuredCode, nationalId, cover, mobile: null }),
  );
  return dataSource;
}

/** Until it is over, a member comes again and again: is held, known by their national ID, and found covered. */
export async function serveMembers(dataSource: DataSource, over: Promise<unknown>): Promise<Waits> {
  const inTransaction = makeTransactionRunner(dataSource);
  const waits: number[] = [];
  let isOver = false;
  void over.then(() => (isOver = true));
  while (!isOver) {
    const start = performance.now();
    await inTransaction(async (tx) => {
      const members = makeMembers({ tx, keyring, clock: systemClock });
      const member = await members.lockByCode(insuredCode);
      if (!member || !members.hasNationalId(member, nationalId)) throw new Error('the member is gone');
      await members.coverAt(member.id, systemClock.now());
    });
    waits.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return waitsOf(waits);
}
