import type { DataSource, QueryRunner } from 'typeorm';
import type { Transaction } from './transaction.js';

/** What is to follow the commit of the transaction that each of these is in. */
const callbacks = new WeakMap<QueryRunner, (() => void)[]>();

/**
 * Has this called once what was done in the transaction is committed, and never when it is undone. It may carry a hint
 * and nothing more: the process may die before it is called, and of a savepoint that is undone it is called all the
 * same. It must not throw. Outside the doorway nobody knows when a transaction ends, and nothing is called.
 */
export function afterCommit({ queryRunner }: Transaction, callback: () => void): void {
  if (queryRunner) callbacks.get(queryRunner)?.push(callback);
}

/** One transaction, and after its commit what was registered in it. */
export async function transactionWithCallbacks<T>(
  dataSource: DataSource,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const registered: (() => void)[] = [];
  const result = await dataSource.transaction(async (tx) => {
    const { queryRunner } = tx;
    if (!queryRunner) return work(tx);
    callbacks.set(queryRunner, registered);
    return work(tx).finally(() => callbacks.delete(queryRunner));
  });
  for (const callback of registered) callback();
  return result;
}
