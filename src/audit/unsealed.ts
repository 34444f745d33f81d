import { hasRow } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';
import { second } from '../durations.js';

/** Databases to which this process has written lines since it looked last. */
const written = new WeakSet<Transaction['connection']>();

/** Lines were committed that are to be sealed. */
export const noteUnsealed = ({ connection }: Transaction): void => void written.add(connection);

/** How often to look for the lines of others. */
const othersEveryMs = 5 * second;

/** Is there anything to seal? At most one statement, and none where nothing was written here and it was looked for lately. */
export async function hasUnsealed(tx: Transaction, now: Date): Promise<boolean> {
  if (written.delete(tx.connection)) return true;
  if (now.getTime() % othersEveryMs >= second) return false;
  return hasRow(tx, 'SELECT 1 FROM audit WHERE sequence IS NULL AND hash IS NULL LIMIT 1', []);
}
