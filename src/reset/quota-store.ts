import { MoreThan } from 'typeorm';
import { ResetQuota } from '../../entities/reset-quota.js';
import { findRow, updateRows } from '../db/rows.js';
import type { Transaction } from '../db/transaction.js';
import { changedOne } from '../db/changed.js';

/** How many recoveries a period of cover has used, of how many. */
export interface QuotaStore {
  /** The tally; before the first recovery it has no row and nothing is used. */
  read(coverageId: number): Promise<{ used: number; allowance: number }>;
  /** Takes one of the allowance; false when none is left. */
  take(coverageId: number, memberId: number): Promise<boolean>;
  /** So many more in this period, on top of the allowance that was seen; false when it is another by now. */
  raise(whose: { coverageId: number; memberId: number }, from: number, more: number): Promise<boolean>;
  giveBack(coverageId: number): Promise<boolean>;
}

export function makeQuotaStore(tx: Transaction, allowance: number): QuotaStore {
  /** A row to count in. */
  const begin = (coverageId: number, memberId: number) =>
    tx
      .createQueryBuilder()
      .insert()
      .into(ResetQuota)
      .values({ coverageId, memberId, used: 0, allowance })
      .orUpdate(['member_id'], ['coverage_id'])
      .execute();
  return {
    read: async (coverageId) => (await findRow(tx, ResetQuota, { coverageId })) ?? { used: 0, allowance },

    take: async (coverageId, memberId) => {
      await begin(coverageId, memberId);
      const taken = await tx
        .createQueryBuilder()
        .update(ResetQuota)
        .set({ used: () => 'used + 1' })
        .where({ coverageId })
        .andWhere('used < allowance')
        .execute();
      return changedOne(taken);
    },

    raise: async ({ coverageId, memberId }, from, more) => {
      await begin(coverageId, memberId);
      const raised = await updateRows(
        tx,
        ResetQuota,
        { coverageId, allowance: from },
        { allowance: from + more },
      );
      return changedOne(raised);
    },

    giveBack: async (coverageId) => {
      const used = { coverageId, used: MoreThan(0) };
      const given = await updateRows(tx, ResetQuota, used, { used: () => 'used - 1' });
      return changedOne(given);
    },
  };
}
