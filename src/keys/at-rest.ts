import type { Transaction } from '../db/transaction.js';
import { makeActSealStore } from './encrypted-action-store.js';
import { keyOfAct } from './reencrypt-actions.js';
import { makeRunSealStore } from './encrypted-run-store.js';
import { makeSealedStore } from './encrypted-store.js';

/** Fingerprints of all keys without which something stored could not be read, or no longer be done. */
export async function keysInUse(tx: Transaction, now: Date): Promise<Set<string>> {
  const acts = await makeActSealStore(tx).open(now);
  return new Set([
    ...(await makeSealedStore(tx).fingerprints()),
    ...(await makeRunSealStore(tx).fingerprints()),
    ...acts.flatMap(({ act }) => keyOfAct(act) ?? []),
  ]);
}

/** How many rows need another key than this one. A list without rows counts as one. */
export async function leftUnderOthers(tx: Transaction, current: string, now: Date): Promise<number> {
  const runs = await makeRunSealStore(tx).underOthers(current);
  const acts = await makeActSealStore(tx).open(now);
  return (
    (await makeSealedStore(tx).countUnderOthers(current)) +
    runs.reduce((total, { rows }) => total + Math.max(rows, 1), 0) +
    acts.filter(({ act }) => keyOfAct(act) !== current).length
  );
}
