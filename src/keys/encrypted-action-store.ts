import { Like, MoreThan } from 'typeorm';
import { StaffApproval } from '../../entities/staff-approval.js';
import { StaffQuestion } from '../../entities/staff-question.js';
import type { Transaction } from '../db/transaction.js';

/** An act of staff in whose JSON a number is sealed, and which may still be agreed to. */
export interface SealedAct {
  place: { token: string } | { id: number };
  act: string;
}

/** Questions to staff and acts that wait for a second person, as far as they hold something sealed. */
export interface ActSealStore {
  open(now: Date): Promise<SealedAct[]>;
  /** Changes an act that is still as it was seen; false when it is not. */
  change(seen: SealedAct, act: string): Promise<boolean>;
}

export function makeActSealStore(tx: Transaction): ActSealStore {
  return {
    open: async (now) => {
      const where = { state: 'open' as const, expiresAt: MoreThan(now), act: Like('%"sealed":"%') };
      const questions = await tx.findBy(StaffQuestion, where);
      const approvals = await tx.findBy(StaffApproval, where);
      return [
        ...questions.map(({ token, act }) => ({ place: { token }, act })),
        ...approvals.map(({ id, act }) => ({ place: { id }, act })),
      ];
    },
    change: async ({ place, act: seen }, act) => {
      const { affected } =
        'token' in place
          ? await tx.update(StaffQuestion, { ...place, act: seen }, { act })
          : await tx.update(StaffApproval, { ...place, act: seen }, { act });
      return affected === 1;
    },
  };
}
