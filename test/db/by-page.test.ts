import { expect, it } from 'vitest';
import { LimitCounter } from '../../entities/limit-counter.js';
import { deletePage, rowsPerPage, updatePage } from '../../src/db/by-page.js';
import { onCleanDatabases } from '../support/clean-database.js';

onCleanDatabases('many rows', (db) => {
  const begin = new Date('2026-01-01T00:00:00Z');
  const enter = async (rows: number): Promise<void> => {
    const all = Array.from({ length: rows }, (_, n) => ({
      ...{ key: `many:${n}`, count: n % 2, windowEndsAt: begin },
    }));
    await db().inTransaction((tx) => tx.insert(LimitCounter, all));
  };
  const odd = { table: 'limit_counters', key: 'key', where: 'count = ?', bound: [1] };
  const left = (count: number) => db().dataSource.manager.countBy(LimitCounter, { count });

  it('are removed a rowsPerPage at a time, and no others with them', async () => {
    await enter(2 * rowsPerPage + 20);
    const remove = () => db().inTransaction((tx) => deletePage(tx, odd));
    expect([await remove(), await remove(), await remove()]).toEqual([rowsPerPage, 10, 0]);
    expect([await left(0), await left(1)]).toEqual([rowsPerPage + 10, 0]);
  });

  it('are changed a rowsPerPage at a time, and no others with them', async () => {
    await enter(2 * rowsPerPage + 20);
    const change = () => db().inTransaction((tx) => updatePage(tx, odd, 'count = 7'));
    expect([await change(), await change(), await change()]).toEqual([rowsPerPage, 10, 0]);
    expect([await left(0), await left(1), await left(7)]).toEqual([rowsPerPage + 10, 0, rowsPerPage + 10]);
  });
});
