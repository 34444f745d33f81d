import { LessThanOrEqual, MoreThan } from 'typeorm';
import { StaffPrompt } from '../../entities/staff-prompt.js';
import { changedCount, changedOne } from '../db/changed.js';
import type { Transaction } from '../db/transaction.js';

/** The rows of what staff were asked to type next. */
export interface PromptStore {
  /** In place of what was asked in this chat before. */
  put(prompt: StaffPrompt): Promise<void>;
  open(chatKey: string, now: Date): Promise<StaffPrompt | null>;
  /** False when somebody has answered it meanwhile. */
  end(chatKey: string): Promise<boolean>;
  /** Removes those that nobody can answer any more; returns how many. */
  purge(now: Date): Promise<number>;
}

export const makePromptStore = (tx: Transaction): PromptStore => ({
  put: async (prompt) => {
    await tx.upsert(StaffPrompt, prompt, ['chatKey']);
  },
  open: (chatKey, now) => tx.findOneBy(StaffPrompt, { chatKey, expiresAt: MoreThan(now) }),
  end: async (chatKey) => changedOne(await tx.delete(StaffPrompt, { chatKey })),
  purge: async (now) => changedCount(await tx.delete(StaffPrompt, { expiresAt: LessThanOrEqual(now) })),
});
