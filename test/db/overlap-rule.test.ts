import { expect, it } from 'vitest';
import { Coverage } from '../../entities/coverage.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import { unaskedOfOverlaps } from '../../src/db/overlap-rule.js';
import type { Transaction } from '../../src/db/transaction.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { givenUpByTheDatabase } from '../support/given-up.js';

const enter = (tx: Transaction, startsOn: string, memberId = 1) =>
  tx.insert(Coverage, { memberId, startsOn, endsOn: '2027-03-20' });

onCleanDatabases('periods of one member', (db) => {
  const work = <T>(deed: (tx: Transaction) => Promise<T>): Promise<T> => db().inTransaction(deed);

  it('are refused where they overlap', async () => {
    await work((tx) => enter(tx, '2026-03-21'));
    await expect(work((tx) => enter(tx, '2026-06-01'))).rejects.toThrow(/overlap/);
  });

  it('are asked about again after a statement of which it was not asked', async () => {
    const both = work(async (tx) => {
      await unaskedOfOverlaps(tx, () => enter(tx, '2026-03-21'));
      await enter(tx, '2026-06-01');
    });
    await expect(both).rejects.toThrow(/overlap/);
  });

  it('are asked about again after such a statement has failed', async () => {
    const both = work(async (tx) => {
      await enter(tx, '2026-03-21');
      await expect(unaskedOfOverlaps(tx, () => enter(tx, '2026-03-21'))).rejects.toThrow();
      await enter(tx, '2026-06-01');
    });
    await expect(both).rejects.toThrow(/overlap/);
  });

  it('are asked about again after the database has given up a transaction in the middle of such a statement', async () => {
    await work((tx) => tx.insert(ResetQuota, { coverageId: 1, memberId: 1, used: 0, allowance: 5 }));
    const givenUp = work((tx) => unaskedOfOverlaps(tx, () => givenUpByTheDatabase(db(), tx)));
    await expect(givenUp).rejects.toThrow();
    await work((tx) => enter(tx, '2026-03-21'));
    // Whichever connection it was.
    const overlapping = Array.from({ length: 16 }, () => work((tx) => enter(tx, '2026-06-01')));
    const ends = await Promise.allSettled(overlapping);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toEqual([]);
  });

  it('are not asked about where that would take longer than entering them', async () => {
    await work((tx) => enter(tx, '2026-03-21'));
    const unasked = work((tx) => unaskedOfOverlaps(tx, () => enter(tx, '2026-06-01')));
    if (db().dataSource.options.type === 'mysql') await unasked;
    else await expect(unasked).rejects.toThrow(/overlap/);
  });
});
