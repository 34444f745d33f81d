import { In, IsNull, MoreThan } from 'typeorm';
import { AuditEntry } from '../../entities/audit-entry.js';
import { auditEvent } from '../audit/vocabulary.js';
import type { Transaction } from '../db/transaction.js';

/** The rows of the trail, only to be counted. */
export interface WatchStore {
  countWrongPairs(since: Date): Promise<number>;
  /** The oldest line without a place in the chain. */
  oldestUnchained(): Promise<number | null>;
}

const wrongPairs = In([auditEvent('no-match'), auditEvent('too-many-pairs')]);

export function makeWatchStore(tx: Transaction): WatchStore {
  return {
    countWrongPairs: (since) => tx.countBy(AuditEntry, { event: wrongPairs, at: MoreThan(since) }),
    oldestUnchained: async () => {
      const [oldest] = await tx.find(AuditEntry, {
        where: { sequence: IsNull() },
        order: { id: 'ASC' },
        take: 1,
      });
      return oldest?.id ?? null;
    },
  };
}
