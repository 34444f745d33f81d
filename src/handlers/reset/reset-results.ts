import type { Transaction } from '../../db/transaction.js';
import type { Settlement } from '../../reset/service.js';

/** Where an errand's answer is brought, in the transaction that closes it. */
export type Settle = (tx: Transaction) => Settlement;
