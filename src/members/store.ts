import { In, IsNull, LessThanOrEqual, MoreThanOrEqual, Not } from 'typeorm';
import { Coverage } from '../../entities/coverage.js';
import { Member } from '../../entities/member.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import type { Day } from '../calendar/day.js';
import { findRow, updateRows } from '../db/rows.js';
import type { Transaction } from '../db/transaction.js';
import { changedOne } from '../db/changed.js';

export type MemberChange = Partial<Omit<Member, 'id' | 'revision'>>;

/** The rows of members, their periods of cover, and what of these is used up. */
export interface MemberStore {
  /** Holds the member's row until the transaction ends, so that one change at a time is made to what is the member's; null: nobody. */
  lockForUpdate(id: number): Promise<Member | null>;
  /** The same by insured code, with the same work whether or not there is such a member. */
  lockByCode(insuredCode: string): Promise<Member | null>;
  find(id: number): Promise<Member | null>;
  findByCode(insuredCode: string): Promise<Member | null>;
  findBy(column: 'nationalIdIndex' | 'mobileIndex', indexes: string[]): Promise<Member[]>;
  insert(member: Omit<Member, 'id'>): Promise<number>;
  change(id: number, change: MemberChange): Promise<void>;
  /** Sets the first mobile; false when there is one already. */
  setFirstMobile(id: number, change: MemberChange): Promise<boolean>;
  /** Forgets the mobile; false when there is none. */
  clearMobile(id: number): Promise<boolean>;
  coverOn(memberId: number, day: Day): Promise<Coverage | null>;
  /** Gives these days to the period that they overlap; a new one where there is none. */
  putCover(memberId: number, startsOn: Day, endsOn: Day): Promise<Coverage>;
  putQuota(tally: ResetQuota): Promise<void>;
}

export function makeMemberStore(tx: Transaction): MemberStore {
  const raised = { revision: () => 'revision + 1' };
  const store: MemberStore = {
    lockForUpdate: (id) => findRow(tx, Member, { id }, { lock: true }),
    lockByCode: (insuredCode) => findRow(tx, Member, { insuredCode }, { lock: true }),

    find: (id) => findRow(tx, Member, { id }),
    findByCode: (insuredCode) => findRow(tx, Member, { insuredCode }),

    findBy: (column, indexes) => tx.findBy(Member, { [column]: In(indexes) }),

    insert: async (member) => {
      const inserted = await tx.insert(Member, member);
      return (inserted.identifiers[0] as { id: number }).id;
    },

    change: async (id, change) => {
      await updateRows(tx, Member, { id }, { ...change, ...raised });
    },

    setFirstMobile: async (id, change) => {
      const set = await updateRows(tx, Member, { id, mobile: IsNull() }, { ...change, ...raised });
      return changedOne(set);
    },

    clearMobile: async (id) => {
      const none = { mobile: null, mobileIndex: null, mobileSource: null, ...raised };
      const cleared = await updateRows(tx, Member, { id, mobile: Not(IsNull()) }, none);
      return changedOne(cleared);
    },

    coverOn: (memberId, day) =>
      findRow(
        tx,
        Coverage,
        { memberId, startsOn: LessThanOrEqual(day), endsOn: MoreThanOrEqual(day) },
        { last: 'startsOn' },
      ),

    putCover: async (memberId, startsOn, endsOn) => {
      const overlapping = { memberId, startsOn: LessThanOrEqual(endsOn), endsOn: MoreThanOrEqual(startsOn) };
      const known = await findRow(tx, Coverage, overlapping);
      return tx.save(Coverage, { ...known, memberId, startsOn, endsOn });
    },

    putQuota: async (tally) => {
      await tx.upsert(ResetQuota, tally, ['coverageId']);
    },
  };
  return store;
}
