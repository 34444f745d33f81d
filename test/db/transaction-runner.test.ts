import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ResetQuota } from '../../entities/reset-quota.js';
import { databases, type TestDatabase } from '../support/databases.js';
import { givenUpByTheDatabase } from '../support/given-up.js';

describe.each(databases)('$name', ({ name, missing, create }) => {
  describe.skipIf(missing)('one doorway to transactions', () => {
    let db: TestDatabase;
    beforeEach(async () => {
      db = await create();
      await db.inTransaction((tx) =>
        tx.insert(ResetQuota, { coverageId: 1, memberId: 1, used: 0, allowance: 5 }),
      );
    });
    afterEach(() => db.drop());

    const takeOne = () =>
      db.inTransaction(async (tx) => {
        const taken = await tx
          .createQueryBuilder()
          .update(ResetQuota)
          .set({ used: () => 'used + 1' })
          .where('coverage_id = 1 AND used < allowance')
          .execute();
        return taken.affected;
      });

    it('fifty at once take five of five, and each is told the truth', async () => {
      const taken = await Promise.all(Array.from({ length: 50 }, takeOne));
      expect(taken.filter((affected) => affected === 1)).toHaveLength(5);
      const quota = await db.dataSource.manager.findOneByOrFail(ResetQuota, { coverageId: 1 });
      expect(quota.used).toBe(5);
    });

    it('the database itself refuses the sixth', async () => {
      const sixth = db.inTransaction((tx) => tx.update(ResetQuota, { coverageId: 1 }, { used: 6 }));
      await expect(sixth).rejects.toThrow();
    });

    it('what still comes when the database has given up a transaction by itself stays no more than the rest', async () => {
      const fails = db.inTransaction(async (tx) => {
        await givenUpByTheDatabase(db, tx).catch(() => undefined);
        await tx.update(ResetQuota, { coverageId: 1 }, { used: 4 });
      });
      await expect(fails).rejects.toThrow();
      const quota = await db.dataSource.manager.findOneByOrFail(ResetQuota, { coverageId: 1 });
      expect(quota.used).toBe(0);
      expect(await takeOne()).toBe(1);
    });

    if (name === 'MariaDB')
      it('what others have committed meanwhile is seen by what comes next', async () => {
        const seen = await db.inTransaction(async (tx) => {
          const { used } = await tx.findOneByOrFail(ResetQuota, { coverageId: 1 });
          await takeOne();
          return [used, (await tx.findOneByOrFail(ResetQuota, { coverageId: 1 })).used];
        });
        expect(seen).toEqual([0, 1]);
      });

    it('a neighbour that fails takes nobody with it', async () => {
      const fails = db.inTransaction(async (tx) => {
        await tx.update(ResetQuota, { coverageId: 1 }, { used: 4 });
        throw new Error('on purpose');
      });
      const [failed, worked] = await Promise.allSettled([fails, takeOne()]);
      expect([failed.status, worked.status]).toEqual(['rejected', 'fulfilled']);
      const quota = await db.dataSource.manager.findOneByOrFail(ResetQuota, { coverageId: 1 });
      expect(quota.used).toBe(1);
    });
  });
});
