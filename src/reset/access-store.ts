import { IsNull, LessThan, MoreThan, MoreThanOrEqual, Not } from 'typeorm';
import { Member } from '../../entities/member.js';
import { updateRows } from '../db/rows.js';
import type { Transaction } from '../db/transaction.js';
import { changedOne } from '../db/changed.js';
import { locksUntilStaff, wrongCodeColumns, type Purse } from './purse.js';

type ClosedFor = NonNullable<Member['closedFor']>;

/** The state of a member's way back: wrong codes in a row, locks and closures. */
export interface AccessStore {
  /** Counts one more wrong code in this purse, unless the path is closed or locked for it, or `most` are counted. */
  countWrongCode(memberId: number, purse: Purse, most: number, now: Date): Promise<boolean>;
  /** A right code: no wrong ones in a row in this purse, no locks behind. */
  forgive(memberId: number, purse: Purse): Promise<void>;
  /** Locks for a while; the row begins anew after it. */
  lockUntil(memberId: number, purse: Purse, until: Date): Promise<void>;
  /** A lock that would end later ends then; false where there is none such. */
  shortenLock(memberId: number, purse: Purse, until: Date): Promise<boolean>;
  /** Locks if so many are counted in a row; says whether they were. For nobody (0) it costs as much. */
  lockIfFull(memberId: number, purse: Purse, most: number, until: Date): Promise<boolean>;
  /** Closes until staff open it; false when it is closed. */
  close(memberId: number, reason: ClosedFor): Promise<boolean>;
  /** Opens what was closed, for whatever reason; false when nothing was. */
  open(memberId: number): Promise<boolean>;
  /** Staff have spoken with the member: no locks in either purse, and none behind. What was closed stays closed. */
  unlock(memberId: number): Promise<boolean>;
}

/** As the database calls the columns of the purses. */
const inDatabase = {
  wrongCodesInRow: 'wrong_codes_in_row',
  boundWrongCodesInRow: 'bound_wrong_codes_in_row',
  locks: 'locks',
  boundLocks: 'bound_locks',
  lockedUntil: 'locked_until',
  boundLockedUntil: 'bound_locked_until',
} as const;

function free(purse: Purse): Record<string, number | null> {
  const { inRow, locks, lockedUntil } = wrongCodeColumns[purse];
  return { [inRow]: 0, [locks]: 0, [lockedUntil]: null };
}

function locked(purse: Purse, until: Date) {
  const { inRow, locks, lockedUntil } = wrongCodeColumns[purse];
  return { [inRow]: 0, [locks]: () => `${inDatabase[locks]} + 1`, [lockedUntil]: until };
}

export function makeAccessStore(tx: Transaction): AccessStore {
  return {
    countWrongCode: async (id, purse, most, now) => {
      const { inRow, locks, lockedUntil } = wrongCodeColumns[purse];
      const counted = await tx
        .createQueryBuilder()
        .update(Member)
        .set({ [inRow]: () => `${inDatabase[inRow]} + 1` })
        .where({ id, closedFor: IsNull(), [inRow]: LessThan(most), [locks]: LessThan(locksUntilStaff) })
        .andWhere(`(${inDatabase[lockedUntil]} IS NULL OR ${inDatabase[lockedUntil]} <= :now)`, { now })
        .execute();
      return changedOne(counted);
    },

    forgive: async (id, purse) => {
      await updateRows(tx, Member, { id }, free(purse));
    },

    lockUntil: async (id, purse, until) => {
      await updateRows(tx, Member, { id }, locked(purse, until));
    },

    shortenLock: async (id, purse, until) => {
      const { lockedUntil } = wrongCodeColumns[purse];
      const longer = { id, [lockedUntil]: MoreThan(until) };
      return changedOne(await updateRows(tx, Member, longer, { [lockedUntil]: until }));
    },

    lockIfFull: async (id, purse, most, until) => {
      const full = { id, [wrongCodeColumns[purse].inRow]: MoreThanOrEqual(most) };
      return changedOne(await updateRows(tx, Member, full, locked(purse, until)));
    },

    close: async (id, closedFor) =>
      changedOne(await updateRows(tx, Member, { id, closedFor: IsNull() }, { closedFor })),

    open: async (id) =>
      changedOne(await updateRows(tx, Member, { id, closedFor: Not(IsNull()) }, { closedFor: null })),

    unlock: async (id) => {
      const unlocked = { ...free('others'), ...free('bound'), revision: () => 'revision + 1' };
      return changedOne(await updateRows(tx, Member, { id }, unlocked));
    },
  };
}
