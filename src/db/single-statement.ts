import type { DataSource } from 'typeorm';
import { isOvertaken } from './overtaken.js';
import type { TransactionRunner } from './transaction.js';

const mostRuns = 5;

/**
 * The doorway for work of a single statement, which is a transaction by itself. On SQLite, with its one connection, it
 * takes its turn with all others.
 */
export function makeSingleStatement(
  dataSource: DataSource,
  inTransaction: TransactionRunner,
): TransactionRunner {
  if (dataSource.options.type !== 'mysql') return inTransaction;
  return async (work) => {
    for (let run = 1; ; run += 1) {
      try {
        return await work(dataSource.manager);
      } catch (error) {
        if (run >= mostRuns || !isOvertaken(error)) throw error;
      }
    }
  };
}
