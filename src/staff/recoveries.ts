import type { Audit } from '../audit/audit.js';
import type { StaffMember } from '../people/people.js';
import type { StaffOverride } from '../reset/staff-override.js';
import { makeRecoveryStore } from './recoveries-store.js';
import type { Transaction } from '../db/transaction.js';
import type { PasswordReset } from '../../entities/password-reset.js';

export type { PasswordReset };

/** The ledger of recoveries, as staff read it; and what they may ask about one. */
export interface Recoveries {
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
  /** Puts the question about its outcome to the portal once more; false when there is nothing to ask. */
  askPortal(actor: StaffMember, reset: PasswordReset): Promise<boolean>;
}

export interface RecoveriesParts {
  tx: Transaction;
  audit: Audit;
  override: StaffOverride;
}

export function makeRecoveries(parts: RecoveriesParts): Recoveries {
  const store = makeRecoveryStore(parts.tx);
  return {
    ...store,
    status: async (id) => {
      const reset = await store.byId(id);
      return reset?.state === 'unknown' ? `unknown/${reset.staffReason ?? 'asking'}` : null;
    },
    askPortal: async (actor, { id, memberId, reference }) => {
      if (!(await parts.override.askPortal(id))) return false;
      await parts.audit.write({
        reason: 'staff-ask-portal',
        actor: `staff:${actor.personId}`,
        memberId,
        reference,
        detail: { reset: id },
      });
      return true;
    },
  };
}
