import { In } from 'typeorm';
import { AuditEntry } from '../../entities/audit-entry.js';
import { Member } from '../../entities/member.js';
import type { Transaction } from '../db/transaction.js';

/** The rows of the trail, only to be read. Newest first. */
export interface TrailStore {
  /** A member's, or everybody's. */
  last(memberId: number | null, most: number): Promise<AuditEntry[]>;
  byReference(reference: string): Promise<AuditEntry[]>;
  /** Of these members, by their ids. */
  insuredCodes(memberIds: readonly number[]): Promise<Map<number, string>>;
}

export function makeTrailStore(tx: Transaction): TrailStore {
  const order = { id: 'DESC' as const };
  return {
    last: (memberId, take) =>
      tx.find(AuditEntry, { where: memberId === null ? {} : { memberId }, order, take }),
    byReference: (reference) => tx.find(AuditEntry, { where: { reference }, order, take: 10 }),
    async insuredCodes(memberIds) {
      if (memberIds.length === 0) return new Map();
      const members = await tx.find(Member, {
        select: { id: true, insuredCode: true },
        where: { id: In([...new Set(memberIds)]) },
      });
      return new Map(members.map(({ id, insuredCode }) => [id, insuredCode]));
    },
  };
}
