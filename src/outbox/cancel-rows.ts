import { changeRows } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';

/** Nobody has begun it, though somebody may have it in hand. */
export const untouched = "(state = 'waiting' OR (state = 'in-hand' AND tries = 0))";

/** What nobody has begun is cancelled, also where somebody has it in hand already; returns how many. */
export async function cancelRows(tx: Transaction, subject: string): Promise<number> {
  const { affected } = await changeRows(
    tx,
    "UPDATE outbox SET state = 'cancelled', payload = '', holder = NULL, lease_until = NULL" +
      ` WHERE subject = ? AND ${untouched}`,
    [subject],
  );
  return affected;
}
