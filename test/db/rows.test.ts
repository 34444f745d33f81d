import { Between, In, IsNull, LessThan, Like, MoreThan, Not, Or } from 'typeorm';
import { expect, it } from 'vitest';
import { Challenge } from '../../entities/challenge.js';
import { LimitCounter } from '../../entities/limit-counter.js';
import { findRow, insertRows, updateRows } from '../../src/db/rows.js';
import { onCleanDatabases } from '../support/clean-database.js';

const at = (ms: number): Date => new Date(Date.UTC(2026, 4, 10, 8, 30, 0, ms));
const counter = (key: string, count: number, ms: number): LimitCounter => ({
  ...{ key, count },
  windowEndsAt: at(ms),
});

onCleanDatabases('rows in words of our own', (db) => {
  const work = <T>(deed: Parameters<ReturnType<typeof db>['inTransaction']>[0]) =>
    db().inTransaction(deed) as Promise<T>;
  const three = () =>
    work((tx) => insertRows(tx, LimitCounter, [counter('a', 1, 1), counter('b', 2, 2), counter('c', 3, 3)]));

  it('come back as they were written, to the millisecond, and as TypeORM reads them', async () => {
    await three();
    const [own, typeorm] = await work<[unknown, unknown]>(async (tx) => [
      await findRow(tx, LimitCounter, { key: 'b' }),
      await tx.findOneByOrFail(LimitCounter, { key: 'b' }),
    ]);
    expect(own).toEqual(counter('b', 2, 2));
    expect(own).toEqual({ ...(typeorm as LimitCounter) });
  });

  it.each([
    ['more than', { count: MoreThan(1) }, ['b', 'c']],
    ['before a moment', { windowEndsAt: LessThan(at(2)) }, ['a']],
    ['one of several', { key: In(['a', 'c']) }, ['a', 'c']],
    ['one of none', { key: In([]) }, []],
    ['not this one', { key: Not('a'), count: Not(3) }, ['b']],
    ['not nothing', { count: Not(IsNull()), key: 'b' }, ['b']],
    ['either', { count: Or(LessThan(2), MoreThan(2)), key: Not('a') }, ['c']],
    ['between', { count: Between(2, 3) }, ['b', 'c']],
    ['nothing', { count: IsNull() }, []],
  ])('are changed where they hold, and nowhere else: %s', async (_name, where, keys) => {
    await three();
    const { affected } = await work<{ affected: number }>((tx) =>
      updateRows(tx, LimitCounter, where, { count: () => 'count + 10', windowEndsAt: at(9) }),
    );
    const all = await db().dataSource.manager.find(LimitCounter, { order: { key: 'ASC' } });
    expect([affected, all.filter(({ count }) => count > 10).map(({ key }) => key)]).toEqual([
      keys.length,
      keys,
    ]);
    expect(all.filter(({ windowEndsAt }) => windowEndsAt.getTime() === at(9).getTime())).toHaveLength(
      keys.length,
    );
  });

  it('are found from the last one on, and held where the database has locks', async () => {
    await three();
    const last = await work((tx) =>
      findRow(tx, LimitCounter, { count: LessThan(3) }, { lock: true, last: 'count' }),
    );
    expect(last).toEqual(counter('b', 2, 2));
    expect(await work((tx) => findRow(tx, LimitCounter, { key: 'd' }))).toBeNull();
  });

  it.each([
    ['what is no column', { nobody: 1 }],
    ['nothing', { key: undefined }],
    ['null, which equals nothing', { key: null }],
    ['what no statement here can ask', { key: Like('a%') }],
  ])('are not asked for by %s', async (_name, where) => {
    await expect(work((tx) => findRow(tx, LimitCounter, where as object))).rejects.toThrow();
    await expect(work((tx) => updateRows(tx, Challenge, where as object, { sends: 1 }))).rejects.toThrow();
  });
});
