import { In, type EntityTarget } from 'typeorm';
import { AuditEntry } from '../../entities/audit-entry.js';
import { BoundChat } from '../../entities/bound-chat.js';
import { Challenge } from '../../entities/challenge.js';
import { Coverage } from '../../entities/coverage.js';
import { Member } from '../../entities/member.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import { StaffRequest } from '../../entities/staff-request.js';
import { auditEvent, ownReasons } from '../audit/vocabulary.js';
import type { Transaction } from '../db/transaction.js';

/** What has to be known of members before what a run did to them is taken back. */
export interface UndoStore {
  idsOf(insuredCodes: readonly string[]): Promise<number[]>;
  /** Those of them who did something themselves since they were entered, or whose recoveries staff have changed. */
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
  const inTrail = async (memberIds: readonly number[]): Promise<number[]> => {
    if (memberIds.length === 0) return [];
    const own = { memberId: In([...memberIds]), event: In(ownEvents) };
    const query = tx.createQueryBuilder(AuditEntry, 'entry').select('entry.memberId', 'id').distinct();
    return (await query.where(own).getRawMany<{ id: number }>()).map(({ id }) => Number(id));
  };
  return {
    idsOf: async (insuredCodes) => {
      const members = await tx.find(Member, {
        select: { id: true },
        where: { insuredCode: In([...insuredCodes]) },
      });
      return members.map(({ id }) => id);
    },

    activeAmong: async (memberIds) =>
      new Set([...(await named(traces, 'memberId', memberIds)), ...(await inTrail(memberIds))]),
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
const traces = [BoundChat, Challenge, PasswordReset, ResetQuota, StaffRequest];

/** And what stands in the trail when they have. */
const ownEvents = ownReasons.map(auditEvent);
