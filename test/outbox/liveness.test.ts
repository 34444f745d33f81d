import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDatabaseUrl, type DatabaseSettings } from '../../src/db/database-url.js';
import { makeLockKeeper, silenceSeconds } from '../../src/db/lock-keeper.js';
import { workerLock, makeLiveness, type WorkerLiveness } from '../../src/outbox/liveness.js';
import { silence, type Log } from '../../src/log.js';
import { lookAgainMs, type OutboxWorker } from '../../src/outbox/worker.js';
import { databases, type TestDatabase } from '../support/databases.js';
import { hour, second } from '../support/hand-clock.js';
import { done, openOutbox, handler } from './harness.js';
import { untilPasses } from '../support/eventually.js';

const mariadb = databases.find(({ name }) => name === 'MariaDB')!;
const numbers = { six: 6, ten: 10 };
const never = () => new Promise<never>(() => undefined);

describe.skipIf(mariadb.missing)('several on one MariaDB', () => {
  let db: TestDatabase;
  let outbox: ReturnType<typeof openOutbox>;
  const liveness: WorkerLiveness[] = [];
  beforeEach(async () => {
    db = await mariadb.create();
    outbox = openOutbox(db);
  });
  afterEach(async () => {
    await outbox.close();
    for (const one of liveness.splice(0)) await one.stop();
    await db.drop();
  });

  const holder = (log: Log = outbox.log): WorkerLiveness => {
    const made = makeLiveness(makeLockKeeper(parseDatabaseUrl(db.url) as DatabaseSettings), {
      ...outbox,
      log,
    });
    liveness.push(made);
    return made;
  };
  const soon = <T>(look: () => T | Promise<T>, wanted: T) =>
    untilPasses(async () => expect(await look()).toEqual(wanted));
  /** Somebody with one job in hand, which they never finish. */
  const busy = async (own = holder()): Promise<{ liveness: WorkerLiveness; worker: OutboxWorker }> => {
    await outbox.write({ kind: 'word', payload: 'one' });
    const { made } = handler(never, { leaseMs: hour });
    const worker = openOutbox(db).work([made], { liveness: own });
    await soon(outbox.states, ['in-hand']);
    return { liveness: own, worker };
  };
  const cut = async ({ workerId }: WorkerLiveness): Promise<void> => {
    const [row] = await db.dataSource.query<{ id: number }[]>('SELECT IS_USED_LOCK(?) AS id', [
      workerLock(workerId),
    ]);
    await db.dataSource.query(`KILL ${row?.id}`);
  };

  /** Gives the lock up, as the server sees to it where a process dies. */
  const leave = async (one: WorkerLiveness): Promise<void> => {
    await one.stop();
    const isFree = async () =>
      (
        await db.dataSource.query<{ free: unknown }[]>('SELECT IS_FREE_LOCK(?) AS free', [
          workerLock(one.workerId),
        ])
      ).map(({ free }) => Number(free));
    await soon(isFree, [1]);
  };

  it('takes nobody for dead who lives, however long they take', async () => {
    await busy();
    const other = holder();
    expect(await other.deadWorkers()).toEqual([]);
    outbox.clock.pass(15 * second);
    expect(await other.deadWorkers()).toEqual([]);
  });

  it('takes for dead whoever is gone, once they have been missed for two seconds', async () => {
    const gone = await busy();
    await leave(gone.liveness);
    const other = holder();
    expect(await other.deadWorkers()).toEqual([]);
    outbox.clock.pass(1.9 * second);
    expect(await other.deadWorkers()).toEqual([]);
    outbox.clock.pass(0.2 * second);
    expect(await other.deadWorkers()).toEqual([gone.liveness.workerId]);
  });

  it('sees again whoever lost the connection, before they are missed', async () => {
    const warnings: string[] = [];
    const log = { ...silence, warn: (_fields: object, message: string) => void warnings.push(message) };
    const { liveness: one } = await busy(holder(log));
    const other = holder();
    await cut(one);
    await soon(() => warnings, ['lost the connection that shows that we live']);
    await other.deadWorkers();
    await soon(one.isVisible, true);
    expect(await other.deadWorkers()).toEqual([]);
    outbox.clock.pass(3 * second);
    expect(await other.deadWorkers()).toEqual([]);
  });

  it('does what the dead had in hand, and waits for no lease', async () => {
    const { liveness: gone } = await busy();
    await leave(gone);
    const { made, settled } = handler(async () => done);
    outbox.work([made], { liveness: holder() });
    await untilPasses(async () => {
      outbox.clock.pass(0.3 * second);
      outbox.wakeUp.notify();
      expect(await outbox.states()).toEqual(['done']);
    });
    expect(settled).toEqual(['one: done']);
  });

  it('takes over within the seconds that operators are told, after a death and where somebody hangs', async () => {
    const book = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
    const [, death = '', hang = ''] =
      /within (\w+) seconds of a death, (\w+) where it hangs/.exec(book) ?? [];
    const told = (number: string): number => numbers[number as keyof typeof numbers] * second;
    const { liveness: gone } = await busy();
    await leave(gone);
    const { made } = handler(async () => done);
    const own = holder();
    let looks = 0;
    // Between two looks nobody is told anything, so that each comes as late as it ever does.
    const deadWorkers = () => {
      looks += 1;
      outbox.clock.pass(lookAgainMs);
      return own.deadWorkers();
    };
    outbox.work([made], { liveness: { ...own, deadWorkers } });
    await soon(async () => (outbox.wakeUp.notify(), outbox.states()), ['done']);
    expect(looks * lookAgainMs).toBeLessThanOrEqual(told(death));
    // Whoever hangs keeps their lock until the server has heard nothing for so long.
    expect(silenceSeconds * second + looks * lookAgainMs).toBeLessThanOrEqual(told(hang));
  });

  it('lets nobody take anything in hand whom the others do not see', async () => {
    const { made } = handler(async () => done);
    let looks = 0;
    const unseen: WorkerLiveness = {
      ...holder(),
      isVisible: () => (looks++, false),
    };
    await outbox.write({ kind: 'word', payload: 'one' });
    outbox.work([made], { liveness: unseen });
    await soon(() => {
      outbox.clock.pass(second);
      outbox.wakeUp.notify();
      return looks > 2;
    }, true);
    expect(await outbox.states()).toEqual(['waiting']);
  });
});
