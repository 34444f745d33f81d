import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Connection, Pool } from 'mysql2';
import { makeDataSource } from '../../src/db/data-source.js';
import { parseDatabaseUrl, type DatabaseSettings } from '../../src/db/database-url.js';
import type { TransactionRunner } from '../../src/db/transaction.js';
import { makeTransactionRunner } from '../../src/db/transaction-runner.js';
import type { JobOutcome } from '../../src/outbox/handler.js';
import { cancelJobs } from '../../src/outbox/outbox.js';
import { onCleanDatabases } from '../support/clean-database.js';
import type { TestDatabase } from '../support/databases.js';
import { second } from '../support/hand-clock.js';
import { done, openOutbox, handler, promised, word } from './harness.js';
import { untilPasses } from '../support/eventually.js';
import { workingIn } from './working.js';

onCleanDatabases('a job that is handed over', (db, { name }) => {
  let outbox: ReturnType<typeof openOutbox>;
  beforeEach(() => {
    outbox = openOutbox(db());
  });
  afterEach(() => outbox.close());

  /** A doorway that tells how often it was passed. */
  const counted = () => {
    let [times, away] = [0, false];
    const inStatement: TransactionRunner = async (work) => {
      times += 1;
      if (away) throw new Error('away');
      return db().inTransaction(work);
    };
    return { inStatement, times: () => times, goAway: (gone: boolean) => void (away = gone) };
  };
  const working = (...how: Parameters<typeof outbox.work>) => workingIn(outbox, ...how);

  it('is in a hand from the moment at which it can be seen, and nobody looks for it', async () => {
    const slow = promised<JobOutcome<string>>();
    const { inStatement, times } = counted();
    const { made, settled } = handler((payload) =>
      payload === 'look' ? Promise.resolve(done) : slow.promise,
    );
    await working([made], { inStatement });
    const looks = times();
    await outbox.handOver(word('one'));
    expect(await outbox.states()).toEqual(['done', 'in-hand']);
    slow.keep(done);
    await outbox.reaches(['done', 'done']);
    expect(settled).toEqual(['look: done', 'one: done']);
    expect(times() - looks).toBeLessThanOrEqual(1);
  });

  it('waits for what stood in its lane before, whoever left it there', async () => {
    const told: string[] = [];
    const { made } = handler(async (payload) => (told.push(payload), done));
    await outbox.write(word('left by another', 'a'));
    outbox.work([made]);
    await outbox.handOver(word('new', 'a'), word('newest', 'a'));
    await outbox.reaches(['done', 'done', 'done']);
    expect(told).toEqual(['left by another', 'new', 'newest']);
  });

  it('does not overtake one of its lane that is to be tried again', async () => {
    const told: string[] = [];
    let failing = true;
    const { made } = handler(async (payload) => {
      told.push(payload);
      return failing && payload === 'first' ? { kind: 'retry', afterMs: 2 * second, fault: 'away' } : done;
    });
    await working([made]);
    await outbox.handOver(word('first', 'a'), word('second', 'a'));
    await outbox.handOver(word('third', 'a'));
    await outbox.reaches(['done', 'waiting', 'waiting', 'waiting']);
    failing = false;
    outbox.clock.pass(2 * second);
    outbox.wakeUp.notify();
    await outbox.reaches(['done', 'done', 'done', 'done']);
    expect(told).toEqual(['look', 'first', 'first', 'second', 'third']);
  });

  it('is one of many whose ends are written together', async () => {
    const { inStatement, times } = counted();
    const { made } = handler(async () => ({ kind: 'done', result: null as unknown as string }), {
      concurrency: 50,
    });
    await working([made], { inStatement });
    const before = times();
    await outbox.handOver(...Array.from({ length: 50 }, (_, n) => word(`${n}`, `lane ${n}`)));
    await outbox.reaches(Array<string>(51).fill('done'));
    expect(times() - before).toBeLessThan(10);
  });

  if (name === 'MariaDB')
    it('is done once as itself where the server numbers rows otherwise than one by one', async () => {
      const numbered = await numberedInSteps(db());
      const other = openOutbox(numbered);
      const told: string[] = [];
      const { made } = handler(async (payload, { id }) => (told.push(`${id} ${payload}`), done), {
        onWorkerDeath: 'quarantine',
      });
      await workingIn(other, [made]);
      await other.handOver(word('one'), word('two'), word('three'));
      await other.reaches(['done', 'done', 'done', 'done']);
      const [, one, two, three] = (await other.entries()).map(({ id }) => id);
      expect(told.slice(1)).toEqual([`${one} one`, `${two} two`, `${three} three`]);
      await other.close();
      await numbered.dataSource.destroy();
    });

  it('is not begun behind one of its lane whose end is not written yet', async () => {
    const { inStatement, goAway } = counted();
    const told: string[] = [];
    const { made } = handler(async (payload) => {
      told.push(payload);
      return { kind: 'done', result: null as unknown as string };
    });
    await working([made], { inStatement });
    goAway(true);
    await outbox.handOver(word('one', 'a'), word('two', 'a'), word('other', 'b'));
    await untilPasses(() => expect(told).toEqual(['look', 'one', 'other']));
    goAway(false);
    await outbox.reaches(['done', 'done', 'done', 'done']);
    expect(told).toEqual(['look', 'one', 'other', 'two']);
  });

  it('can be withdrawn as long as it is not begun', async () => {
    const slow = promised<JobOutcome<string>>();
    const told: string[] = [];
    const { made } = handler(
      (payload) => (told.push(payload), payload === 'first' ? slow.promise : Promise.resolve(done)),
      { onWorkerDeath: 'quarantine', concurrency: 1 },
    );
    await working([made]);
    await outbox.handOver(word('first'), { ...word('needless'), subject: 'it' });
    await untilPasses(() => expect(told).toContain('first'));
    expect(await db().inTransaction((tx) => cancelJobs(tx, 'it'))).toBe(true);
    slow.keep(done);
    await outbox.reaches(['done', 'done', 'cancelled']);
    expect(told).toEqual(['look', 'first']);
  });

  it('that is for later goes then, unless it is withdrawn', async () => {
    const told: string[] = [];
    const { made } = handler(async (payload) => (told.push(payload), done));
    await working([made]);
    await outbox.handOver(
      { ...word('in three seconds'), afterMs: 3 * second },
      { ...word('needless'), afterMs: 3 * second, subject: 'it' },
      word('now'),
    );
    await outbox.reaches(['done', 'waiting', 'waiting', 'done']);
    await db().inTransaction((tx) => cancelJobs(tx, 'it'));
    outbox.clock.pass(3 * second);
    outbox.wakeUp.notify();
    await outbox.reaches(['done', 'done', 'cancelled', 'done']);
    expect(told).toEqual(['look', 'now', 'in three seconds']);
  });

  it('of several steps takes turns with others, and goes on from where it was', async () => {
    const told: string[] = [];
    const { made } = handler(
      async (payload, { progress }) => {
        told.push(`${payload}${progress ?? ''}`);
        if (payload === 'look' || progress === '2') return done;
        return { kind: 'next', progress: progress === '1' ? '2' : '1', keep: 'first' };
      },
      { concurrency: 1 },
    );
    await working([made]);
    await outbox.handOver(word('a', 'a'), word('b', 'b'));
    await outbox.reaches(['done', 'done', 'done']);
    expect(told).toEqual(['look', 'a', 'b', 'a1', 'b1', 'a2', 'b2']);
  });
});

/** The same database by way of connections on which numbers are two apart, as where servers take turns at numbering. */
async function numberedInSteps(db: TestDatabase): Promise<TestDatabase> {
  const dataSource = await makeDataSource(parseDatabaseUrl(db.url) as DatabaseSettings).initialize();
  const { pool } = dataSource.driver as unknown as { pool: Pool };
  pool.prependListener('connection', (connection: Connection) => {
    connection.query('SET SESSION auto_increment_increment = 2', () => undefined);
  });
  // One was there before, and is kept from everybody.
  await dataSource.createQueryRunner().connect();
  return { ...db, dataSource, inTransaction: makeTransactionRunner(dataSource) };
}
