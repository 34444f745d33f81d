import type { Transaction } from '../../db/transaction.js';
import type { ResetResults } from '../../reset/service.js';

/** Where a job's answer is brought, in the transaction that closes it. */
export type ResultsIn = (tx: Transaction) => ResetResults;
