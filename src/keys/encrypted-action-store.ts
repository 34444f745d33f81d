import { Like, MoreThan } from 'typeorm';
import { StaffApproval } from '../../entities/staff-approval.js';
import { StaffQuestion } from '../../entities/staff-question.js';
import { changedOne } from '../db/changed.js';
import type { Transaction } from '../db/transaction.js';

/** An action of staff in whose JSON a number is encrypted, and which may still be agreed to. */
export interface EncryptedAction {
  place: { token: string } | { id: number };
  action: string;
}

/** Questions to staff and actions that wait for a second person, as far as they hold something encrypted. */
export interface EncryptedActionStore {
  open(now: Date): Promise<EncryptedAction[]>;
  /** Changes an action that is still as it was seen; false when it is not. */
  change(seen: EncryptedAction, action: string): Promise<boolean>;
}

export function makeEncryptedActionStore(tx: Transaction): EncryptedActionStore {
  return {
    open: async (now) => {
      const where = { state: 'open' as const, expiresAt: MoreThan(now), action: Like('%"sealed":"%') };
      const questions = await tx.findBy(StaffQuestion, where);
      const approvals = await tx.findBy(StaffApproval, where);
      return [
        ...questions.map(({ token, action }) => ({ place: { token }, action })),
        ...approvals.map(({ id, action }) => ({ place: { id }, action })),
      ];
    },
    change: async ({ place, action: seen }, action) => {
      return changedOne(
        'token' in place
          ? await tx.update(StaffQuestion, { ...place, action: seen }, { action })
          : await tx.update(StaffApproval, { ...place, action: seen }, { action }),
      );
    },
  };
}
