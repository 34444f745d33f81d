import { expect, it } from 'vitest';
import { LimitCounter } from '../../entities/limit-counter.js';
import { afterCommit } from '../../src/db/after-commit.js';
import type { Transaction } from '../../src/db/transaction.js';
import { onCleanDatabases } from '../support/clean-database.js';

onCleanDatabases('what is to follow a commit', (db, { name }) => {
  const count = (tx: Transaction, key: string) =>
    tx.insert(LimitCounter, { key, count: 1, windowEndsAt: new Date(0) });
  const counted = (key: string) => db().dataSource.manager.existsBy(LimitCounter, { key });

  it('follows it, in order, when others can see what was done', async () => {
    const heard: Promise<unknown>[] = [];
    await db().inTransaction(async (tx) => {
      afterCommit(tx, () => heard.push(counted('a')));
      await tx.transaction(async (within) => afterCommit(within, () => heard.push(counted('b'))));
      await count(tx, 'a');
      expect(heard).toEqual([]);
    });
    expect(await Promise.all(heard)).toEqual([true, false]);
  });

  it('does not happen when the transaction is undone, nor after a later one', async () => {
    const heard: string[] = [];
    const undone = db().inTransaction(async (tx) => {
      afterCommit(tx, () => heard.push('never'));
      await count(tx, 'a');
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await db().inTransaction((tx) => count(tx, 'b'));
    expect(heard).toEqual([]);
  });

  if (name === 'MariaDB')
    it('follows the run that was committed, and none that was overtaken', async () => {
      const heard: number[] = [];
      let runs = 0;
      await db().inTransaction(async (tx) => {
        const run = (runs += 1);
        afterCommit(tx, () => heard.push(run));
        await count(tx, 'a');
        if (run < 3) throw Object.assign(new Error('deadlock'), { errno: 1213 });
      });
      expect(heard).toEqual([3]);
    });
});
