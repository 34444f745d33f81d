import { Installation } from '../../entities/installation.js';
import { changedOne } from '../db/changed.js';
import { isDuplicate } from '../db/duplicate.js';
import { findRow, updateRows } from '../db/rows.js';
import type { TransactionRunner } from '../db/transaction.js';

const id = 1;

/**
 * Writes down where the rows lie. `moved`: they came from elsewhere, as with a restore or another disk; of replicas that
 * start together one hears it.
 */
export async function settleIn(
  inTransaction: TransactionRunner,
  place: string,
): Promise<'new' | 'here' | 'moved'> {
  const settle = () =>
    inTransaction(async (tx) => {
      const known = await findRow(tx, Installation, { id });
      if (known?.place === place) return 'here';
      if (known) {
        const seen = { id, place: known.place };
        return changedOne(await updateRows(tx, Installation, seen, { place })) ? 'moved' : 'here';
      }
      await tx.insert(Installation, { id, place });
      return 'new';
    });
  return settle().catch((error: unknown) => {
    if (!isDuplicate(error)) throw error;
    return 'here';
  });
}
