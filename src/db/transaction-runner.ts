import type { DataSource } from 'typeorm';
import { oneAtATime } from './one-at-a-time.js';
import { isOvertaken } from './overtaken.js';
import { isTorn } from './torn.js';
import type { TransactionRunner, Transaction } from './transaction.js';

const mostRuns = 5;

/** Runs every transaction of this data source. On SQLite, with its one connection, they queue up. */
export function makeTransactionRunner(dataSource: DataSource): TransactionRunner {
  const embedded = dataSource.options.type !== 'mysql';
  return embedded ? oneAtATime(dataSource) : repeating(dataSource);
}

function repeating(dataSource: DataSource): TransactionRunner {
  return async <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
    for (let run = 1; ; run += 1) {
      try {
        return await dataSource.transaction(work);
      } catch (error) {
        if (run >= mostRuns || !isOvertaken(error)) throw error;
      }
    }
  };
}

/**
 * Is the transaction in which this happened still whole? Then it is the work that has failed; else it is the database,
 * or the way to it, and nothing may be done in the transaction any more.
 */
export async function isWhole(tx: Transaction, error: unknown): Promise<boolean> {
  if (isOvertaken(error) || isTorn(error)) return false;
  return tx.query('SELECT 1').then(
    () => true,
    () => false,
  );
}
