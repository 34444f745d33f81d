import { In, IsNull, LessThanOrEqual, MoreThan, MoreThanOrEqual, Not } from 'typeorm';
import { Member } from '../../entities/member.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { findRow, insertRows, joinedRow, updateRows } from '../db/rows.js';
import { forUpdate, hasRow, readRows } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';
import { changedCount, changedOne } from '../db/changed.js';

export type StaffReason = NonNullable<PasswordReset['staffReason']>;

/** The ledger of recoveries. Every change names the state it leaves and says whether it found it. */
export interface LedgerStore {
  find(id: string): Promise<PasswordReset | null>;
  /** Holds the member whose recovery it is until the transaction ends; null: there is none. */
  lockMemberOf(id: string): Promise<Member | null>;
  /** Has the member ever recovered, or do they have a chat of their own? */
  hasHistory(memberId: number): Promise<boolean>;
  /** The last one that was begun in this chat since then. */
  latestOf(chatKey: string, since: Date): Promise<PasswordReset | null>;
  reserve(reset: Reservation): Promise<void>;
  /** reserved or unknown → done or given back; `lookAt`: when the portal is to be asked how its password stands. */
  close(id: string, state: 'done' | 'given-back', now: Date, lookAt?: Date | null): Promise<boolean>;
  /** reserved → unknown, to be asked about at that moment. */
  markUnknown(id: string, askAt: Date): Promise<boolean>;
  /** The question brought no clear answer: to be asked again at that moment. */
  askLater(id: string, askAt: Date): Promise<boolean>;
  /** unknown → reserved: the portal never had it, so it is sent once more. */
  sendAgain(id: string): Promise<boolean>;
  /** Staff decide from here on. */
  leaveToStaff(id: string, reason: StaffReason): Promise<boolean>;
  /** Somebody asks out of turn, about one whose outcome is unknown. */
  countAsk(id: string): Promise<boolean>;
  countLeftToStaff(): Promise<number>;
  due(now: Date, most: number): Promise<PasswordReset[]>;
  /** Makes every question due that is not; how many there were. */
  askNow(now: Date): Promise<number>;
  /** Takes a due question in hand; false when somebody else has. */
  claimQuestion(id: string, now: Date): Promise<boolean>;
  /** "This was not me" is said of it; false when it was said before. */
  report(id: string, now: Date): Promise<boolean>;
}

export type Reservation = Pick<
  PasswordReset,
  'id' | 'memberId' | 'coverageId' | 'challengeId' | 'insuredCode' | 'chatKey' | 'reference' | 'reservedAt'
>;

/** Finds something where the member has recovered before, or has a chat of their own. */
export const historyOf = (memberId: string): string =>
  `SELECT 1 FROM password_resets WHERE member_id = ${memberId} AND state = 'done'` +
  ` UNION ALL SELECT 1 FROM bound_chats WHERE member_id = ${memberId} AND ended_at IS NULL`;

const unsettled = In(['reserved', 'unknown']);

const neverLooked = { nextLookAt: null, looks: 0, seenPassword: null };

export function makeLedgerStore(tx: Transaction): LedgerStore {
  const inHand = (id: string) => ({
    id,
    state: 'unknown' as const,
    nextAskAt: IsNull(),
    staffReason: IsNull(),
  });

  return {
    find: (id) => findRow(tx, PasswordReset, { id }),
    lockMemberOf: async (id) => {
      const member = joinedRow(tx, Member, 'member');
      const [row] = await readRows<Record<string, unknown>>(
        tx,
        `SELECT ${member.columns} FROM members member` +
          ' WHERE member.id = (SELECT member_id FROM password_resets WHERE id = ?)' +
          forUpdate(tx),
        [id],
      );
      return row ? member.read(row) : null;
    },

    hasHistory: (memberId) => hasRow(tx, `${historyOf('?')} LIMIT 1`, [memberId, memberId]),

    latestOf: (chatKey, since) =>
      findRow(tx, PasswordReset, { chatKey, reservedAt: MoreThanOrEqual(since) }, { last: 'reservedAt' }),

    reserve: async (reset) => {
      const open = { state: 'reserved' as const, unsettledMemberId: reset.memberId, asks: 0 };
      const blank = { settledAt: null, nextAskAt: null, staffReason: null, reportedAt: null, ...neverLooked };
      await insertRows(tx, PasswordReset, [{ ...reset, ...open, ...blank }]);
    },

    close: async (id, state, now, nextLookAt = null) => {
      const over = { state, unsettledMemberId: null, settledAt: now, nextAskAt: null, nextLookAt };
      return changedOne(await updateRows(tx, PasswordReset, { id, state: unsettled }, over));
    },

    markUnknown: async (id, askAt) => {
      const unknown = { state: 'unknown' as const, nextAskAt: askAt };
      return changedOne(await updateRows(tx, PasswordReset, { id, state: 'reserved' }, unknown));
    },

    askLater: async (id, askAt) =>
      changedOne(await updateRows(tx, PasswordReset, inHand(id), { nextAskAt: askAt })),
    sendAgain: async (id) =>
      changedOne(await updateRows(tx, PasswordReset, inHand(id), { state: 'reserved' })),

    leaveToStaff: async (id, reason) => {
      const left = { state: 'unknown' as const, nextAskAt: null, staffReason: reason };
      return changedOne(
        await updateRows(tx, PasswordReset, { id, state: unsettled, staffReason: IsNull() }, left),
      );
    },

    countLeftToStaff: () => tx.countBy(PasswordReset, { state: 'unknown', staffReason: Not(IsNull()) }),

    countAsk: async (id) =>
      changedOne(await updateRows(tx, PasswordReset, { id, state: 'unknown' }, { asks: () => 'asks + 1' })),

    due: (now, most) =>
      tx.find(PasswordReset, {
        where: { state: 'unknown', nextAskAt: LessThanOrEqual(now) },
        order: { nextAskAt: 'ASC' },
        take: most,
      }),

    askNow: async (now) => {
      const putOff = { state: 'unknown' as const, nextAskAt: MoreThan(now) };
      return changedCount(await updateRows(tx, PasswordReset, putOff, { nextAskAt: now }));
    },

    claimQuestion: async (id, now) => {
      const due = { id, state: 'unknown' as const, nextAskAt: LessThanOrEqual(now) };
      return changedOne(
        await updateRows(tx, PasswordReset, due, { nextAskAt: null, asks: () => 'asks + 1' }),
      );
    },

    report: async (id, now) =>
      changedOne(await updateRows(tx, PasswordReset, { id, reportedAt: IsNull() }, { reportedAt: now })),
  };
}
