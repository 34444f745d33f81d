import { Challenge } from '../../entities/challenge.js';
import { Coverage } from '../../entities/coverage.js';
import { Member } from '../../entities/member.js';
import { dayInTehran } from '../calendar/tehran.js';
import { joinedRow } from '../db/rows.js';
import { forUpdate, readRows, storedMoment, unlockedTable } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';
import { openKeyOf } from '../requests/store.js';
import { breakers } from './guesses.js';
import { historyOf } from './ledger-store.js';
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
  /** They wait for staff to find their account, */
  accountRequested: boolean;
  /** or to confirm a first number. */
  firstMobileRequested: boolean;
  /** They have recovered before, or have a chat of their own. */
  hasHistory: boolean;
  /** Of nobody in particular: somebody may be guessing codes. */
  breakerRuns: boolean;
}

/** By which of both a member is looked for. */
export type Whom = { memberId: number } | { insuredCode: string };

/** A member who is held until the transaction ends, and how they stand; null: nobody. */
export interface LockedMember {
  member: Member | null;
  standing: Standing;
}

/** Holds a member and reads what each step of the way asks about them, in one statement: the same for everybody, and for nobody. */
export interface StandingStore {
  lock(whom: Whom, chatKey: string, now: Date): Promise<LockedMember>;
}

export function makeStandingStore(tx: Transaction, allowance: number): StandingStore {
  const [member, cover] = [joinedRow(tx, Member, 'member'), joinedRow(tx, Coverage, 'cover')];
  const challenge = joinedRow(tx, Challenge, 'challenge');
  const unlocked = (table: string): string => unlockedTable(tx, table);
  // All the rest hangs on the member's row, and so is read when that is held: as whoever held it before has left it.
  const requestKey = tx.connection.options.type === 'mysql' ? 'CONCAT(?, member.id)' : '? || member.id';
  const sqlBy = (column: 'id' | 'insured_code'): string =>
    `SELECT ${member.columns}, ${cover.columns}, ${challenge.columns}, tally.used, tally.allowance,` +
    ' EXISTS (SELECT 1 FROM bound_chats chat WHERE chat.ended_at IS NULL AND chat.member_id = member.id' +
    ' AND chat.chat_key = ? AND chat.proven_by = member.mobile_index) AS bound,' +
    ' EXISTS (SELECT 1 FROM password_resets WHERE unsettled_member_id = member.id) AS unsettled,' +
    ` EXISTS (SELECT 1 FROM staff_requests WHERE open_key = ${requestKey}) AS account_requested,` +
    ` EXISTS (SELECT 1 FROM staff_requests WHERE open_key = ${requestKey}) AS first_mobile_requested,` +
    ` EXISTS (${historyOf('member.id')}) AS history,` +
    ' EXISTS (SELECT 1 FROM limit_counters WHERE `key` IN (?, ?) AND window_ends_at > ?) AS breaker' +
    ` FROM (SELECT 1 AS one) asked LEFT JOIN members member ON member.${column} = ?` +
    ` LEFT JOIN ${unlocked('coverages')} cover ON cover.id = (SELECT id FROM coverages WHERE member_id = member.id` +
    ' AND starts_on <= ? AND ends_on >= ? ORDER BY starts_on DESC LIMIT 1)' +
    ` LEFT JOIN ${unlocked('reset_tallies')} tally ON tally.coverage_id = cover.id` +
    ` LEFT JOIN ${unlocked('challenges')} challenge ON challenge.open_member_id = member.id` +
    forUpdate(tx);
  return {
    lock: async (whom, chatKey, now) => {
      const byId = 'memberId' in whom;
      const today = dayInTehran(now);
      const [row] = await readRows<StandingRow>(tx, sqlBy(byId ? 'id' : 'insured_code'), [
        ...[chatKey, openKeyOf('account-missing'), openKeyOf('first-mobile')],
        ...[...breakers.map(({ key }) => key), storedMoment(now)],
        ...[byId ? whom.memberId : whom.insuredCode, today, today],
      ]);
      if (!row) throw new Error('the database has not answered about a member');
      return {
        member: member.read(row),
        standing: {
          purse: row.bound > 0 ? 'bound' : 'others',
          cover: cover.read(row),
          quota: { used: row.used ?? 0, allowance: row.allowance ?? allowance },
          unsettled: row.unsettled > 0,
          challenge: challenge.read(row),
          accountRequested: row.account_requested > 0,
          firstMobileRequested: row.first_mobile_requested > 0,
          hasHistory: row.history > 0,
          breakerRuns: row.breaker > 0,
        },
      };
    },
  };
}

type StandingRow = Record<
  'bound' | 'unsettled' | 'account_requested' | 'first_mobile_requested' | 'history' | 'breaker',
  number
> &
  Record<'used' | 'allowance', number | null>;
