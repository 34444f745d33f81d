import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseDatabaseUrl, type DatabaseSettings } from '../../src/db/database-url.js';
import { holderLock, makeHolders, type Holders } from '../../src/outbox/liveness.js';
import type { OutboxWorker } from '../../src/outbox/worker.js';
import { databases, type TestDatabase } from '../support/databases.js';
import { hour, second } from '../support/hand-clock.js';
import { done, openOutbox, performer } from './harness.js';

const mariadb = databases.find(({ name }) => name === 'MariaDB')!;
const never = () => new Promise<never>(() => undefined);

describe.skipIf(mariadb.missing)('several on one MariaDB', () => {
  let db: TestDatabase;
  let outbox: ReturnType<typeof openOutbox>;
  const holders: Holders[] = [];
  beforeEach(async () => {
    db = await mariadb.create();
    outbox = openOutbox(db);
  });
  afterEach(async () => {
    await outbox.close();
    for (const one of holders.splice(0)) await one.stop();
    await db.drop();
  });

  const holder = (): Holders => {
    const made = makeHolders(parseDatabaseUrl(db.url) as DatabaseSettings, outbox);
    holders.push(made);
    return made;
  };
  const soon = <T>(look: () => T | Promise<T>, wanted: T) =>
    vi.waitFor(async () => expect(await look()).toEqual(wanted), 10_000);
  /** Somebody with one errand in hand, which they never finish. */
  const busy = async (): Promise<{ holders: Holders; worker: OutboxWorker }> => {
    const own = holder();
    await outbox.write({ kind: 'word', payload: 'one' });
    const { made } = performer(never, { leaseMs: hour });
    const worker = openOutbox(db).work([made], { holders: own });
    await soon(outbox.states, ['in-hand']);
    return { holders: own, worker };
  };
  const cut = async ({ own }: Holders): Promise<void> => {
    const [row] = await db.dataSource.query<{ id: number }[]>('SELECT IS_USED_LOCK(?) AS id', [
      holderLock(own),
    ]);
    await db.dataSource.query(`KILL ${row?.id}`);
  };

  it('takes nobody for dead who lives, however long they take', async () => {
    await busy();
    const other = holder();
    expect(await other.dead()).toEqual([]);
    outbox.clock.pass(15 * second);
    expect(await other.dead()).toEqual([]);
  });

  it('takes for dead whoever is gone, once they have been missed for a second', async () => {
    const gone = await busy();
    await gone.holders.stop();
    const other = holder();
    expect(await other.dead()).toEqual([]);
    outbox.clock.pass(0.9 * second);
    expect(await other.dead()).toEqual([]);
    outbox.clock.pass(0.2 * second);
    expect(await other.dead()).toEqual([gone.holders.own]);
  });

  it('sees again whoever lost the connection, before they are missed', async () => {
    const { holders: one } = await busy();
    const other = holder();
    const seen: boolean[] = [];
    await cut(one);
    await vi.waitFor(() => expect(seen.push(one.seen()) && seen).toContain(false), { interval: 1 });
    await other.dead();
    await soon(one.seen, true);
    expect(await other.dead()).toEqual([]);
    outbox.clock.pass(2 * second);
    expect(await other.dead()).toEqual([]);
  });

  it('does what the dead had in hand, and waits for no lease', async () => {
    const { holders: gone } = await busy();
    await gone.stop();
    const { made, settled } = performer(async () => done);
    outbox.work([made], { holders: holder() });
    await vi.waitFor(async () => {
      outbox.clock.pass(0.3 * second);
      outbox.bell.ring();
      expect(await outbox.states()).toEqual(['done']);
    }, 10_000);
    expect(settled).toEqual(['one: done']);
  });

  it('lets nobody take anything in hand whom the others do not see', async () => {
    const { made } = performer(async () => done);
    let looks = 0;
    const unseen: Holders = { ...holder(), seen: () => false, dead: async () => (looks++, []) };
    await outbox.write({ kind: 'word', payload: 'one' });
    outbox.work([made], { holders: unseen });
    await soon(() => {
      outbox.clock.pass(second);
      outbox.bell.ring();
      return looks > 2;
    }, true);
    expect(await outbox.states()).toEqual(['waiting']);
  });
});
