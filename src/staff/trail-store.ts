import { AuditEntry } from '../../entities/audit-entry.js';
import type { Transaction } from '../db/transaction.js';

/** The rows of the trail, only to be read. Newest first. */
export interface TrailStore {
  /** A member's, or everybody's. */
  last(memberId: number | null, most: number): Promise<AuditEntry[]>;
  byReference(reference: string): Promise<AuditEntry[]>;
}

export function makeTrailStore(tx: Transaction): TrailStore {
  const order = { id: 'DESC' as const };
  return {
    last: (memberId, take) =>
      tx.find(AuditEntry, { where: memberId === null ? {} : { memberId }, order, take }),
    byReference: (reference) => tx.find(AuditEntry, { where: { reference }, order, take: 10 }),
  };
}
