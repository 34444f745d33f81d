import { LessThanOrEqual } from 'typeorm';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { activeAlerts, type ActiveCause } from '../alerts/active-alerts.js';
import type { Clock } from '../clock.js';
import type { TransactionRunner } from '../db/transaction.js';
import { second } from '../durations.js';
import type { Depths } from '../http/health.js';

export const readQueueDepths = (inTransaction: TransactionRunner): Promise<Depths> =>
  inTransaction(async (tx) => ({
    inbox_waiting: await tx.countBy(InboxEntry, { state: 'waiting' }),
    inbox_parked: await tx.countBy(InboxEntry, { state: 'parked' }),
    outbox_waiting: await tx.countBy(OutboxEntry, { state: 'waiting' }),
    outbox_failed: await tx.countBy(OutboxEntry, { state: 'failed' }),
    outbox_doubt: await tx.countBy(OutboxEntry, { state: 'doubt' }),
  }));

/** For how many seconds what waits longest has been due; 0 where nothing is. What is put off on purpose is not late. */
export type Lateness = Record<'inbox' | 'outbox', number>;

export const readLateness = (inTransaction: TransactionRunner, clock: Clock): Promise<Lateness> =>
  inTransaction(async (tx) => {
    const now = clock.now();
    const oldest = {
      where: { state: 'waiting', dueAt: LessThanOrEqual(now) },
      order: { dueAt: 'ASC' },
    } as const;
    const since = (entry: { dueAt: Date } | null): number =>
      entry ? (now.getTime() - entry.dueAt.getTime()) / second : 0;
    const select = { id: true, dueAt: true } as const;
    return {
      inbox: since(await tx.findOne(InboxEntry, { ...oldest, select })),
      outbox: since(await tx.findOne(OutboxEntry, { ...oldest, select })),
    };
  });

const inWords: Record<ActiveCause, string> = {
  'portal-silent': 'the portal does not answer',
  'jobs-missing': 'nobody keeps the timetable',
  'trail-broken': 'the chain of the trail is broken',
};

/** What was amiss when somebody looked last, for an operator. */
export async function readProblems(inTransaction: TransactionRunner, clock: Clock): Promise<string[]> {
  const causes = await inTransaction((tx) => activeAlerts({ tx, clock }));
  return causes.map((cause) => inWords[cause]);
}
