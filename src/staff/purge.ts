import type { Transaction } from '../db/transaction.js';
import { makePromptStore } from './prompt-store.js';
import { makeActionStore } from './action-store.js';
import { day } from '../durations.js';

/** So that a chat which was away may still hear what was decided. What was done stands in the trail, without whole numbers. */
const decidedKeptMs = 7 * day;

/** Removes questions that nobody can answer any more, and acts that were long ago decided about; returns how many. */
export async function purgeQuestions(tx: Transaction, now: Date): Promise<number> {
  const store = makeActionStore(tx);
  const questions = (await store.purge(now)) + (await makePromptStore(tx).purge(now));
  return questions + (await store.purgeApprovals(new Date(now.getTime() - decidedKeptMs)));
}
