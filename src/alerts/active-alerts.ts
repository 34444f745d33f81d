import type { Clock } from '../clock.js';
import type { Transaction } from '../db/transaction.js';
import { makeAlertStore } from './alert-store.js';
import { hour } from '../durations.js';

/** Troubles that are looked at again and again: so long each counts after it was told last. The end of the first is told. */
const countsForMs = {
  'portal-silent': Infinity,
  'jobs-missing': 2 * hour,
  'trail-broken': 25 * hour,
};

export type ActiveCause = keyof typeof countsForMs;

/** What was amiss when somebody looked last, from rows: every replica says the same. */
export async function activeAlerts({ tx, clock }: { tx: Transaction; clock: Clock }): Promise<ActiveCause[]> {
  const causes = Object.keys(countsForMs) as ActiveCause[];
  const on = await makeAlertStore(tx).on(causes);
  const now = clock.now().getTime();
  return causes.filter((cause) =>
    on.some((alert) => alert.cause === cause && now - alert.lastSentAt.getTime() < countsForMs[cause]),
  );
}
