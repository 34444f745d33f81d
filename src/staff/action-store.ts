import { LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { StaffApproval, type ApprovalState } from '../../entities/staff-approval.js';
import { StaffQuestion } from '../../entities/staff-question.js';
import type { Transaction } from '../db/transaction.js';
import { changedCount, changedOne } from '../db/changed.js';

/** The rows of questions to staff, and of acts that wait for a second person. */
export interface ActionStore {
  ask(question: Omit<StaffQuestion, 'state'>): Promise<void>;
  /** The question, now answered; null when it was not open in this chat for this person. */
  answer(
    token: string,
    whose: { personId: number; chatKey: string },
    now: Date,
  ): Promise<StaffQuestion | null>;
  /** Returns its number. */
  openApproval(approval: Omit<StaffApproval, 'id' | 'state' | 'decidedBy'>): Promise<number>;
  approval(id: number): Promise<StaffApproval | null>;
  /** open → decided, by somebody else than the one who asked; false when it is over. */
  decide(id: number, by: number, state: Exclude<ApprovalState, 'open'>, now: Date): Promise<boolean>;
  /** approved → overtaken. */
  overtake(id: number): Promise<void>;
  openApprovals(now: Date): Promise<StaffApproval[]>;
  /** Removes questions that nobody can answer any more; returns how many. */
  purge(now: Date): Promise<number>;
  /** Removes acts about which nobody could decide from this moment on; returns how many. */
  purgeApprovals(before: Date): Promise<number>;
}

export function makeActionStore(tx: Transaction): ActionStore {
  return {
    ask: async (question) => {
      await tx.insert(StaffQuestion, { ...question, state: 'open' });
    },
    answer: async (token, { personId, chatKey }, now) => {
      const open = { token, personId, chatKey, state: 'open' as const, expiresAt: MoreThan(now) };
      const answered = await tx.update(StaffQuestion, open, { state: 'answered' });
      return changedOne(answered) ? tx.findOneBy(StaffQuestion, { token }) : null;
    },

    openApproval: async (approval) => {
      const inserted = await tx.insert(StaffApproval, { ...approval, state: 'open', decidedBy: null });
      return (inserted.identifiers[0] as { id: number }).id;
    },
    approval: (id) => tx.findOneBy(StaffApproval, { id }),
    decide: async (id, decidedBy, state, now) => {
      const open = { id, state: 'open' as const, askedBy: Not(decidedBy), expiresAt: MoreThan(now) };
      const decided = await tx.update(StaffApproval, open, { state, decidedBy });
      return changedOne(decided);
    },
    overtake: async (id) => {
      await tx.update(StaffApproval, { id, state: 'approved' }, { state: 'overtaken' });
    },
    openApprovals: (now) =>
      tx.find(StaffApproval, {
        where: { state: 'open', expiresAt: MoreThan(now) },
        order: { id: 'ASC' },
      }),

    purge: async (now) => changedCount(await tx.delete(StaffQuestion, { expiresAt: LessThanOrEqual(now) })),
    purgeApprovals: async (before) =>
      changedCount(await tx.delete(StaffApproval, { expiresAt: LessThanOrEqual(before) })),
  };
}
