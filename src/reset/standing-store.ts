import { Challenge } from '../../entities/challenge.js';
import { Coverage } from '../../entities/coverage.js';
import type { Day } from '../calendar/day.js';
import { joinedRow } from '../db/rows.js';
import { readRows } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';
import { openKey } from '../requests/store.js';
import { whoseChat } from './bound-chat-store.js';
import type { Purse } from './purse.js';

/** How a member stands towards the chat that asks. Of nobody there is nothing. */
export interface Standing {
  /** Which purse pays for what the chat does about them: is it known to be theirs, by the number that is on record now? */
  purse: Purse;
  /** The period of cover in force, and its tally; null: not covered. */
  cover: Coverage | null;
  quota: { used: number; allowance: number };
  /** A recovery is still on its way. */
  unsettled: boolean;
  /** The one whose code has gone out, and which no chat has ended. */
  challenge: Challenge | null;
  /** They wait for staff to find their account. */
  accountRequested: boolean;
}

/** What each step of the way asks about a member who is held, in one statement: the same for everybody, and for nobody. */
export interface StandingStore {
  read(memberId: number, chatKey: string, today: Day): Promise<Standing>;
}

export function makeStandingStore(tx: Transaction, allowance: number): StandingStore {
  const [cover, challenge] = [joinedRow(tx, Coverage, 'cover'), joinedRow(tx, Challenge, 'challenge')];
  const sql =
    `SELECT ${cover.columns}, ${challenge.columns}, tally.used, tally.allowance,` +
    ` EXISTS (${whoseChat}) AS bound,` +
    ' EXISTS (SELECT 1 FROM password_resets WHERE unsettled_member_id = ?) AS unsettled,' +
    ' EXISTS (SELECT 1 FROM staff_requests WHERE open_key = ?) AS requested' +
    ' FROM (SELECT 1 AS one) asked' +
    ' LEFT JOIN coverages cover ON cover.id = (SELECT id FROM coverages WHERE member_id = ?' +
    ' AND starts_on <= ? AND ends_on >= ? ORDER BY starts_on DESC LIMIT 1)' +
    ' LEFT JOIN reset_tallies tally ON tally.coverage_id = cover.id' +
    ' LEFT JOIN challenges challenge ON challenge.open_member_id = ?';
  return {
    read: async (memberId, chatKey, today) => {
      const requested = openKey('account-missing', memberId);
      const bound = [memberId, chatKey, memberId, requested, memberId, today, today, memberId];
      const [row] = await readRows<StandingRow>(tx, sql, bound);
      if (!row) throw new Error('the database has not answered about a member');
      return {
        purse: row.bound > 0 ? 'bound' : 'others',
        cover: cover.read(row),
        quota: { used: row.used ?? 0, allowance: row.allowance ?? allowance },
        unsettled: row.unsettled > 0,
        challenge: challenge.read(row),
        accountRequested: row.requested > 0,
      };
    },
  };
}

type StandingRow = Record<'bound' | 'unsettled' | 'requested', number> &
  Record<'used' | 'allowance', number | null>;
