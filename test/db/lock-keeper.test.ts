import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDatabaseUrl, type DatabaseSettings } from '../../src/db/database-url.js';
import { makeLockKeeper, type LockKeeper } from '../../src/db/lock-keeper.js';
import { databases, type TestDatabase } from '../support/databases.js';
import { untilPasses } from '../support/eventually.js';

const mariadb = databases.find(({ name }) => name === 'MariaDB')!;

describe.skipIf(mariadb.missing)('the locks of one process', () => {
  let db: TestDatabase;
  const kept: { giveUp(): Promise<void> }[] = [];
  beforeEach(async () => {
    db = await mariadb.create();
  });
  afterEach(async () => {
    for (const one of kept.splice(0)) await one.giveUp();
    await db.drop();
  });

  const keeper = () => makeLockKeeper(parseDatabaseUrl(db.url) as DatabaseSettings)!;
  const own = (name: string) => `${name}-${db.url.split('/').at(-1)}`;
  const want = (locks: LockKeeper, name: string, said: string[] = []) => {
    const one = locks.keep({
      name: own(name),
      heard: (ours) => said.push(ours ? 'ours' : 'not ours'),
      broken: () => said.push('broken'),
    });
    kept.push(one);
    return { ...one, said };
  };
  /** The connection that holds it. */
  const holder = async (name: string): Promise<number | null> => {
    const [row] = await db.dataSource.query<{ id: number | null }[]>('SELECT IS_USED_LOCK(?) AS id', [
      own(name),
    ]);
    return row?.id === null || row === undefined ? null : Number(row.id);
  };

  it('stand on one connection, also one that is wanted later', async () => {
    const locks = keeper();
    want(locks, 'first');
    await untilPasses(async () => expect(await holder('first')).not.toBeNull());
    want(locks, 'second');
    await untilPasses(async () => expect(await holder('second')).not.toBeNull());
    expect(await holder('second')).toBe(await holder('first'));
  });

  it('are given back one by one: each is free at once, and the others stay', async () => {
    const locks = keeper();
    const [first, second] = [want(locks, 'first'), want(locks, 'second')];
    await untilPasses(() => expect([first.said.at(-1), second.said.at(-1)]).toEqual(['ours', 'ours']));
    const connection = await holder('second');
    await first.giveUp();
    expect([await holder('first'), await holder('second')]).toEqual([null, connection]);
    await second.giveUp();
    await untilPasses(async () => expect(await holder('second')).toBeNull());
  });

  it('one that another process has keeps nobody from the others, and comes when it is free', async () => {
    const there = want(keeper(), 'first');
    await untilPasses(() => expect(there.said).toContain('ours'));
    const locks = keeper();
    const [first, second] = [want(locks, 'first'), want(locks, 'second')];
    await untilPasses(() => expect([first.said.at(-1), second.said.at(-1)]).toEqual(['not ours', 'ours']));
    await there.giveUp();
    await untilPasses(() => expect(first.said.at(-1)).toBe('ours'));
  });

  it('are lost together with their connection, of which each hears, and are taken again by another', async () => {
    const locks = keeper();
    const both = [want(locks, 'first'), want(locks, 'second')];
    await untilPasses(() => both.forEach(({ said }) => expect(said.at(-1)).toBe('ours')));
    await db.dataSource.query(`KILL ${await holder('first')}`);
    await untilPasses(() => both.forEach(({ said }) => expect(said).toContain('broken')));
    await untilPasses(() => both.forEach(({ said }) => expect(said.at(-1)).toBe('ours')));
  });

  it('one wanted the moment that the last is given up is kept, and that one is free', async () => {
    const locks = keeper();
    const first = want(locks, 'first');
    await untilPasses(() => expect(first.said).toContain('ours'));
    const given = first.giveUp();
    const second = want(locks, 'second');
    await Promise.all([given, untilPasses(() => expect(second.said).toContain('ours'))]);
    expect(await holder('first')).toBeNull();
    expect(await holder('second')).not.toBeNull();
  });
});
