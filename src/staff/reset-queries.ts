import { makeResetQueryStore } from './reset-queries-store.js';
import type { Transaction } from '../db/transaction.js';
import type { PasswordReset } from '../../entities/password-reset.js';

/** The ledger of recoveries, as staff read it. */
export interface ResetQueries {
  byReference(reference: string): Promise<PasswordReset | null>;
  /** How it stands as long as its outcome is unknown; null before and afterwards. */
  status(id: string): Promise<string | null>;
  /** Those that nobody but staff will settle, the oldest first. */
  leftToStaff(most: number): Promise<PasswordReset[]>;
  countLeftToStaff(): Promise<number>;
  /** Those given back from the first moment up to, but without, the last. */
  countGivenBack(from: Date, until: Date): Promise<number>;
  /** A member's last ones, newest first. */
  lastOf(memberId: number, most: number): Promise<PasswordReset[]>;
}

export function makeResetQueries(tx: Transaction): ResetQueries {
  const store = makeResetQueryStore(tx);
  return {
    ...store,
    status: async (id) => {
      const reset = await store.byId(id);
      return reset?.state === 'unknown' ? `unknown/${reset.staffReason ?? 'asking'}` : null;
    },
  };
}
