import type { Transaction } from '../db/transaction.js';
import { makeEncryptedActionStore } from './encrypted-action-store.js';
import { keyOfAction } from './reencrypt-actions.js';
import { makeEncryptedRunStore } from './encrypted-run-store.js';
import { makeEncryptedStore } from './encrypted-store.js';

/** Fingerprints of all keys without which something stored could not be read, or no longer be done. */
export async function keysInUse(tx: Transaction, now: Date): Promise<Set<string>> {
  const actions = await makeEncryptedActionStore(tx).open(now);
  return new Set([
    ...(await makeEncryptedStore(tx).fingerprints()),
    ...(await makeEncryptedRunStore(tx).fingerprints()),
    ...actions.flatMap(({ action }) => keyOfAction(action) ?? []),
  ]);
}

/** How many rows need another key than this one. A list without rows counts as one. */
export async function leftUnderOthers(tx: Transaction, current: string, now: Date): Promise<number> {
  const runs = await makeEncryptedRunStore(tx).underOthers(current);
  const actions = await makeEncryptedActionStore(tx).open(now);
  return (
    (await makeEncryptedStore(tx).countUnderOthers(current)) +
    runs.reduce((total, { rows }) => total + Math.max(rows, 1), 0) +
    actions.filter(({ action }) => keyOfAction(action) !== current).length
  );
}
