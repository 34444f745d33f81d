import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseDatabaseUrl, type DatabaseSettings } from '../../src/db/database-url.js';
import { makeLeader, type Leader } from '../../src/intake/leader.js';
import { silence } from '../../src/log.js';
import { databases, type TestDatabase } from '../support/databases.js';

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

  const replica = (): Leader => {
    const leader = makeLeader(parseDatabaseUrl(db.url) as DatabaseSettings, silence);
    replicas.push(leader);
    leader.start(() => undefined);
    return leader;
  };
  const leads = (leader: Leader) => vi.waitFor(() => expect(leader.leading()).toBe(true), 5_000);
  const locks = async (): Promise<{ id: number }[]> =>
    db.dataSource.query(
      "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID() AND time < 100 AND command = 'Sleep'",
    );

  it('one leads, and another takes over when it stops', async () => {
    const first = replica();
    await leads(first);
    const [second, third] = [replica(), replica()];
    await first.stop();
    await vi.waitFor(() => expect([second, third].filter((one) => one.leading())).toHaveLength(1), 5_000);
  });

  it('a leader whose connection is cut knows it, and one of them leads again', async () => {
    const [first, second] = [replica(), replica()];
    await vi.waitFor(() => expect([first, second].filter((one) => one.leading())).toHaveLength(1), 5_000);
    for (const { id } of await locks()) await db.dataSource.query(`KILL ${id}`).catch(() => undefined);
    await vi.waitFor(() => expect([first, second].filter((one) => one.leading())).toHaveLength(0), 5_000);
    await vi.waitFor(() => expect([first, second].filter((one) => one.leading())).toHaveLength(1), 5_000);
  });
});

it('one process on SQLite leads from its start', () => {
  const leader = makeLeader({ kind: 'sqlite', file: ':memory:' }, silence);
  const heard: boolean[] = [];
  leader.start((leading) => heard.push(leading));
  expect([leader.leading(), heard]).toEqual([true, [true]]);
});
