import { LessThan, Like, MoreThanOrEqual, type EntityTarget } from 'typeorm';
import { Alert } from '../../entities/alert.js';
import { BoundChat } from '../../entities/bound-chat.js';
import { Challenge } from '../../entities/challenge.js';
import { Coverage } from '../../entities/coverage.js';
import { IdentityNotice } from '../../entities/identity-notice.js';
import { ImportRow } from '../../entities/import-row.js';
import { Member } from '../../entities/member.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { StaffApproval } from '../../entities/staff-approval.js';
import { StaffQuestion } from '../../entities/staff-question.js';
import { StaffRequest } from '../../entities/staff-request.js';
import type { Day } from '../calendar/day.js';
import { chatOfNobody } from '../chats/address.js';
import { changedOne } from '../db/changed.js';
import type { Transaction } from '../db/transaction.js';

/** The rows that name a member, where they are forgotten. */
export interface ForgetStore {
  /** Has the member a period that ends on this day or later? */
  coveredFrom(memberId: number, day: Day): Promise<boolean>;
  /** Is a recovery of the member still on its way? */
  hasUnsettled(memberId: number): Promise<boolean>;
  /** Members whose last period ended before this day, or who left before, and who were entered before; at most so many. */
  longOver(day: Day, enteredBefore: Date, most: number): Promise<number[]>;
  /** Puts this in the place of what the member is known by; false when they are forgotten already. */
  blank(memberId: number, blank: Partial<Member>): Promise<boolean>;
  /** Removes what is theirs beside their row. */
  removeTraces(memberId: number, insuredCode: string): Promise<void>;
  /** What stays of their recoveries, names nobody. */
  blankLedger(memberId: number, code: string): Promise<void>;
  /** What staff have asked for about them, names nobody. */
  blankActions(memberId: number): Promise<void>;
}

export function makeForgetStore(tx: Transaction): ForgetStore {
  return {
    coveredFrom: (memberId, day) => tx.existsBy(Coverage, { memberId, endsOn: MoreThanOrEqual(day) }),
    hasUnsettled: (unsettledMemberId) => tx.existsBy(PasswordReset, { unsettledMemberId }),

    longOver: async (day, enteredBefore, most) => {
      const covered = 'SELECT 1 FROM coverages c WHERE c.member_id = member.id AND c.ends_on >= :day';
      const found = await tx
        .createQueryBuilder(Member, 'member')
        .select('member.id', 'id')
        .where({ createdAt: LessThan(enteredBefore) })
        .andWhere('member.forgotten_at IS NULL')
        .andWhere(`(member.left_at < :before OR NOT EXISTS (${covered}))`, { day, before: enteredBefore })
        .limit(most)
        .getRawMany<{ id: number }>();
      return found.map(({ id }) => Number(id));
    },

    blank: async (id, blank) =>
      changedOne(
        await tx
          .createQueryBuilder()
          .update(Member)
          .set({ ...blank, revision: () => 'revision + 1' })
          .where('id = :id AND forgotten_at IS NULL', { id })
          .execute(),
      ),

    removeTraces: async (memberId, insuredCode) => {
      const own: EntityTarget<{ memberId: number }>[] = [BoundChat, Challenge, IdentityNotice, StaffRequest];
      for (const entity of own) await tx.delete(entity, { memberId });
      await tx.delete(ImportRow, { insuredCode });
      await tx.delete(Alert, { about: insuredCode });
    },

    blankLedger: async (memberId, insuredCode) => {
      for (const { id, chatKey } of await tx.findBy(PasswordReset, { memberId }))
        await tx.update(PasswordReset, { id }, { insuredCode, chatKey: chatOfNobody(chatKey) });
    },

    blankActions: async (memberId) => {
      const about = Like(`%"memberId":${memberId},%`);
      for (const entity of [StaffApproval, StaffQuestion] as EntityTarget<{ action: string }>[]) {
        for (const row of await tx.findBy(entity, { action: about })) {
          const action = { ...(JSON.parse(row.action) as object), insuredCode: '' };
          await tx.update(entity, { action: row.action }, { action: JSON.stringify(action) });
        }
      }
    },
  };
}
