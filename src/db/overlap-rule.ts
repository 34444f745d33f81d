import type { Transaction } from './transaction.js';

/**
 * While a session of MariaDB has set this, its triggers do not ask whether periods of cover overlap: asking of each row
 * takes four times as long as the row. SQLite asks for next to nothing, and always.
 */
export const isUnasked = '@ramzyar_periods_apart';

/** Does a statement that cannot make periods overlap, whatever stands in the database. */
export async function unaskedOfOverlaps(tx: Transaction, statement: () => Promise<unknown>): Promise<void> {
  if (tx.connection.options.type !== 'mysql') {
    await statement();
    return;
  }
  await tx.query(`SET ${isUnasked} = TRUE`);
  try {
    await statement();
  } finally {
    await tx.query(`SET ${isUnasked} = NULL`);
  }
}
