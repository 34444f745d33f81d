import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDatabaseUrl, type DatabaseSettings } from '../../src/db/database-url.js';
import { makeLockKeeper } from '../../src/db/lock-keeper.js';
import { leadLock, makeLeader, type Leader } from '../../src/intake/leader.js';
import { silence } from '../../src/log.js';
import { databases, type TestDatabase } from '../support/databases.js';
import { cutCable } from '../support/outages.js';
import { untilPasses } from '../support/eventually.js';

const mariadb = databases.find(({ name }) => name === 'MariaDB')!;

describe.skipIf(mariadb.missing)('of several replicas', () => {
  let db: TestDatabase;
  const replicas: Leader[] = [];
  beforeEach(async () => {
    db = await mariadb.create();
  });
  afterEach(async () => {
    for (const replica of replicas.splice(0)) await replica.stop();
    await db.drop();
  });

  const replica = (url = db.url): Leader => {
    const leader = makeLeader(makeLockKeeper(parseDatabaseUrl(url) as DatabaseSettings), silence);
    replicas.push(leader);
    leader.start(() => undefined);
    return leader;
  };
  const leads = (leader: Leader) => untilPasses(() => expect(leader.leading()).toBe(true));
  /** The connection that holds the lead. */
  const holder = async (): Promise<number | null> => {
    const lock = leadLock(new URL(db.url).pathname.slice(1));
    const [row] = await db.dataSource.query<{ id: number | null }[]>('SELECT IS_USED_LOCK(?) AS id', [lock]);
    return row?.id ?? null;
  };

  it('one leads, and another takes over when it stops', async () => {
    const first = replica();
    await leads(first);
    const [second, third] = [replica(), replica()];
    await first.stop();
    await untilPasses(() => expect([second, third].filter((one) => one.leading())).toHaveLength(1));
  });

  it('when the leader’s connection is cut, there is one leader again', async () => {
    const [first, second] = [replica(), replica()];
    const leaders = () => [first, second].filter((one) => one.leading());
    await untilPasses(() => expect(leaders()).toHaveLength(1));
    const before = await holder();
    await db.dataSource.query(`KILL ${before}`);
    await untilPasses(async () => {
      expect(await holder()).not.toBeOneOf([before, null]);
    });
    await untilPasses(() => expect(leaders()).toHaveLength(1));
  });

  it('a leader that cannot reach the database leads on, and steps down when it hears of another', async () => {
    const cable = await cutCable(db.url);
    const first = replica(cable.url);
    await leads(first);
    cable.begin(process.pid);
    await untilPasses(async () => expect(await holder()).toBeNull());
    expect(first.leading()).toBe(true);
    const second = replica();
    await leads(second);
    cable.end(process.pid);
    await untilPasses(() => expect(first.leading()).toBe(false));
    expect(second.leading()).toBe(true);
    cable.close();
  });
});

it('one process on SQLite leads from its start', () => {
  const leader = makeLeader(makeLockKeeper({ kind: 'sqlite', file: ':memory:' }), silence);
  const heard: boolean[] = [];
  leader.start((leading) => heard.push(leading));
  expect([leader.leading(), heard]).toEqual([true, [true]]);
});
