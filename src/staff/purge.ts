import type { Transaction } from '../db/transaction.js';
import { makeActStore } from './act-store.js';

/** Removes questions that nobody can answer any more; returns how many. */
export const purgeQuestions = (tx: Transaction, now: Date): Promise<number> => makeActStore(tx).purge(now);
