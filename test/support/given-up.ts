import { LimitCounter } from '../../entities/limit-counter.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import type { Transaction } from '../../src/db/transaction.js';
import type { TestDatabase } from './databases.js';

/**
 * Has the database end this transaction by itself, as the server does with one of two that wait for each other, and SQLite
 * on a full disk, or where it is told to. There has to be a tally of the coverage 1.
 */
export async function givenUpByTheDatabase({ dataSource }: TestDatabase, tx: Transaction): Promise<void> {
  if (dataSource.options.type !== 'mysql')
    return void (await tx.query('UPDATE OR ROLLBACK reset_tallies SET used = 99'));
  const other = dataSource.createQueryRunner();
  await other.startTransaction();
  const rows = Array.from({ length: 500 }, (_, at) => ({
    key: `row ${at}`,
    count: 1,
    windowEndsAt: new Date(0),
  }));
  // Of the two the one is given up that has changed less.
  await other.manager.insert(LimitCounter, rows);
  await tx.update(ResetQuota, { coverageId: 1 }, { used: 3 });
  const waits = tx.update(LimitCounter, { key: 'row 1' }, { count: 2 });
  waits.catch(() => undefined);
  await other.manager.update(ResetQuota, { coverageId: 1 }, { used: 5 });
  await other.rollbackTransaction();
  await other.release();
  await waits;
}
