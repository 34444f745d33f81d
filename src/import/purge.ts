import type { Transaction } from '../db/transaction.js';
import { makeAbsentStore } from './absent-store.js';
import { makeFindingStore } from './finding-store.js';
import { makeInvitationStore } from './invitation-store.js';
import { makeRunStore } from './run-store.js';
import { makeTaskStore } from './task-store.js';
import { day } from '../durations.js';

/** So long a list can be taken back, and so long it waits to be applied. */
export const importKeptMs = 14 * day;

/** A call removes so many lines at most. */
const linesAtOnce = 5_000;

/** Closes lists that are too old to be applied or taken back, and removes what they hold of members; returns how many lines. */
export async function purgeImports(tx: Transaction, now: Date): Promise<number> {
  const [store, findings] = [makeRunStore(tx), makeFindingStore(tx)];
  const since = new Date(now.getTime() - importKeptMs);
  for (const run of await store.untouched(['reading', 'judged'], since))
    await store.change(run, { state: 'refused' });
  for (const run of await store.untouched(['done', 'undone'], since))
    await store.change(run, { state: 'closed' });
  let removed = (await makeInvitationStore(tx).purge(now)) + (await makeTaskStore(tx).purge(since));
  for (const run of await store.untouched(['refused', 'closed'], since)) {
    const first = await store.firstLine(run.id);
    if (first !== null) removed += await store.dropRows(run.id, first + linesAtOnce);
    removed += await findings.drop(run.id, linesAtOnce);
    removed += await makeAbsentStore(tx).drop(run.id);
    if (run.noticeKinds !== null) await store.change(run, { noticeKinds: null });
  }
  return removed;
}
