import type { Clock } from '../clock.js';
import type { InTransaction, Transaction } from '../db/transaction.js';
import type { Chats } from '../reset/ports.js';
import type { Settlement } from '../reset/service.js';

/** What jobs work with; the rooms' services are made for one transaction each. */
export interface JobParts {
  inTransaction: InTransaction;
  clock: Clock;
  settlement(tx: Transaction): Settlement;
  chats(tx: Transaction): Chats;
}
