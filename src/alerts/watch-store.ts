import { In, IsNull, MoreThan } from 'typeorm';
import { AuditEntry } from '../../entities/audit-entry.js';
import { auditEvent } from '../audit/vocabulary.js';
import type { Transaction } from '../db/transaction.js';

/** The rows of the trail, only to be counted. */
export interface WatchStore {
  countWrongPairs(since: Date): Promise<number>;
  /** What the portal has said of accounts: that there is none, or how it stands. */
  countPortalAnswers(since: Date): Promise<{ missing: number; known: number }>;
  /** The oldest line without a place in the chain. */
  oldestUnchained(): Promise<number | null>;
}

const wrongPairs = In((['no-match', 'too-many-pairs', 'code-perhaps-sent'] as const).map(auditEvent));

const missing = In([auditEvent('account-missing'), auditEvent('reset-given-back')]);
/** What can only follow where the portal knew the account. */
const known = In(
  (['password-is-initial', 'resets-used-up', 'code-sent', 'reset-done'] as const).map(auditEvent),
);

export function makeWatchStore(tx: Transaction): WatchStore {
  const count = (event: typeof known, since: Date): Promise<number> =>
    tx.countBy(AuditEntry, { event, at: MoreThan(since) });
  return {
    countWrongPairs: (since) => count(wrongPairs, since),
    countPortalAnswers: async (since) => ({
      missing: await count(missing, since),
      known: await count(known, since),
    }),
    oldestUnchained: async () => {
      const [oldest] = await tx.find(AuditEntry, {
        where: { sequence: IsNull(), hash: IsNull() },
        order: { id: 'ASC' },
        take: 1,
      });
      return oldest?.id ?? null;
    },
  };
}
