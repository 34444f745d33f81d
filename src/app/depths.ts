import { InboxEntry } from '../../entities/inbox-entry.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import type { InTransaction } from '../db/transaction.js';
import type { Depths } from '../http/health.js';

export const readDepths = (inTransaction: InTransaction): Promise<Depths> =>
  inTransaction(async (tx) => ({
    inbox_waiting: await tx.countBy(InboxEntry, { state: 'waiting' }),
    inbox_parked: await tx.countBy(InboxEntry, { state: 'parked' }),
    outbox_waiting: await tx.countBy(OutboxEntry, { state: 'waiting' }),
    outbox_failed: await tx.countBy(OutboxEntry, { state: 'failed' }),
    outbox_doubt: await tx.countBy(OutboxEntry, { state: 'doubt' }),
  }));
