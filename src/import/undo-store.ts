import { In, type EntityTarget } from 'typeorm';
import { AuditEntry } from '../../entities/audit-entry.js';
import { BoundChat } from '../../entities/bound-chat.js';
import { Challenge } from '../../entities/challenge.js';
import { Coverage } from '../../entities/coverage.js';
import { Member } from '../../entities/member.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import { StaffRequest } from '../../entities/staff-request.js';
import type { Transaction } from '../db/transaction.js';

/** What has to be known of members before what a run did to them is taken back. */
export interface UndoStore {
  idsOf(insuredCodes: readonly string[]): Promise<number[]>;
  /** Those of them who did something, or to whom anything was done, since they were entered. */
  activeAmong(memberIds: readonly number[]): Promise<ReadonlySet<number>>;
  /** Those of these periods on which recoveries were counted or asked for. */
  usedAmong(coverageIds: readonly number[]): Promise<ReadonlySet<number>>;
  removeMembers(memberIds: readonly number[]): Promise<void>;
  removeCovers(coverageIds: readonly number[]): Promise<void>;
}

export function makeUndoStore(tx: Transaction): UndoStore {
  const named = async (tables: readonly EntityTarget<object>[], column: string, ids: readonly number[]) => {
    const found = new Set<number>();
    if (ids.length === 0) return found;
    for (const table of tables) {
      const query = tx.createQueryBuilder(table, 'trace').select(`trace.${column}`, 'id').distinct();
      for (const { id } of await query
        .where(`trace.${column} IN (:...ids)`, { ids })
        .getRawMany<{ id: number }>()) {
        found.add(Number(id));
      }
    }
    return found;
  };
  return {
    idsOf: async (insuredCodes) => {
      const members = await tx.find(Member, {
        select: { id: true },
        where: { insuredCode: In([...insuredCodes]) },
      });
      return members.map(({ id }) => id);
    },

    activeAmong: (memberIds) => named(traces, 'memberId', memberIds),
    usedAmong: (coverageIds) => named([ResetQuota, Challenge, PasswordReset], 'coverageId', coverageIds),

    removeMembers: async (memberIds) => {
      if (memberIds.length === 0) return;
      await tx.delete(Coverage, { memberId: In([...memberIds]) });
      await tx.delete(Member, { id: In([...memberIds]) });
    },

    removeCovers: async (coverageIds) => {
      if (coverageIds.length > 0) await tx.delete(Coverage, { id: In([...coverageIds]) });
    },
  };
}

/** Where a member who has done anything is named. */
const traces = [AuditEntry, BoundChat, Challenge, PasswordReset, ResetQuota, StaffRequest];
