import type { Transaction } from '../db/transaction.js';
import { makeSentMessageStore } from './store.js';
import { day } from '../durations.js';

/** A year, and as much as it takes to lay it beside the one before. */
const keptMs = 400 * day;

/** Removes lines that no statistics ask for any more; returns how many. */
export const purgeSentMessages = (tx: Transaction, now: Date): Promise<number> =>
  makeSentMessageStore(tx).purge(new Date(now.getTime() - keptMs));
