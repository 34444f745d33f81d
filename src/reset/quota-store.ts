import { MoreThan } from 'typeorm';
import { PasswordReset } from '../../entities/password-reset.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import type { Day } from '../calendar/day.js';
import { joinedRow, updateRows } from '../db/rows.js';
import { changeRows, readRows, type Nullable } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';
import { changedOne } from '../db/changed.js';

/** How many recoveries a period of cover has used, of how many. */
export interface QuotaStore {
  /** The tally, and the last day of the period; before the first recovery there is no row and nothing is used. */
  read(coverageId: number): Promise<Quota>;
  /** The same of the period that a recovery is counted in, with the recovery itself; null: there is none. */
  readOfReset(resetId: string): Promise<CountedReset | null>;
  /** Takes one of the allowance; false when none is left. */
  take(coverageId: number, memberId: number): Promise<boolean>;
  /** So many more in this period, on top of the allowance that was seen; false when it is another by now. */
  raise(whose: { coverageId: number; memberId: number }, from: number, more: number): Promise<boolean>;
  giveBack(coverageId: number): Promise<boolean>;
}

export interface Quota {
  used: number;
  allowance: number;
  /** Null: there is no such period any more. */
  endsOn: Day | null;
}

export interface CountedReset {
  reset: PasswordReset;
  quota: Quota;
  /** Others of the same period are done. */
  hasEarlier: boolean;
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
  const quotaOf = ({ used, allowance: allowed, endsOn }: Nullable<Quota>): Quota => ({
    used: used ?? 0,
    allowance: allowed ?? allowance,
    endsOn,
  });
  return {
    read: async (coverageId) => {
      const [row] = await readRows<Nullable<Quota>>(
        tx,
        'SELECT tally.used, tally.allowance, cover.ends_on AS endsOn FROM (SELECT 1 AS one) asked' +
          ' LEFT JOIN reset_tallies tally ON tally.coverage_id = ? LEFT JOIN coverages cover ON cover.id = ?',
        [coverageId, coverageId],
      );
      return quotaOf(row!);
    },

    readOfReset: async (resetId) => {
      const recovery = joinedRow(tx, PasswordReset, 'recovery');
      const [row] = await readRows<Nullable<Quota> & { earlier: number }>(
        tx,
        `SELECT ${recovery.columns}, tally.used, tally.allowance, cover.ends_on AS endsOn,` +
          ' EXISTS (SELECT 1 FROM password_resets other WHERE other.coverage_id = recovery.coverage_id' +
          " AND other.member_id = recovery.member_id AND other.state = 'done') AS earlier" +
          ' FROM password_resets recovery LEFT JOIN reset_tallies tally ON tally.coverage_id = recovery.coverage_id' +
          ' LEFT JOIN coverages cover ON cover.id = recovery.coverage_id WHERE recovery.id = ?',
        [resetId],
      );
      const reset = row ? recovery.read({ ...row }) : null;
      return row && reset ? { reset, quota: quotaOf(row), hasEarlier: row.earlier > 0 } : null;
    },

    take: (coverageId, memberId) => {
      const takeOne = tx.connection.options.type === 'mysql' ? takeOnServer : takeEmbedded;
      return takeOne(tx, [coverageId, memberId, allowance]);
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

const firstOne = 'INSERT INTO reset_tallies (coverage_id, member_id, used, allowance) VALUES (?, ?, 1, ?)';

/** Whether there was one left is told as the number of the row, which there is none of for one that is new. */
async function takeOnServer(tx: Transaction, row: number[]): Promise<boolean> {
  const { firstId } = await changeRows(
    tx,
    `${firstOne} ON DUPLICATE KEY UPDATE member_id = VALUES(member_id), used = used +` +
      ' CASE LAST_INSERT_ID(CASE WHEN used < allowance THEN 1 ELSE 2 END) WHEN 1 THEN 1 ELSE 0 END',
    row,
  );
  return firstId < 2;
}

async function takeEmbedded(tx: Transaction, row: number[]): Promise<boolean> {
  const { affected } = await changeRows(
    tx,
    `${firstOne} ON CONFLICT (coverage_id) DO UPDATE SET member_id = excluded.member_id, used = used + 1` +
      ' WHERE used < allowance',
    row,
  );
  return affected === 1;
}
