import type { Clock } from '../clock.js';
import type { TransactionRunner } from '../db/transaction.js';
import type { Keyring } from '../keys/keyring.js';
import { keysInUse } from '../keys/at-rest.js';

/** Throws when a row was sealed with a key that is not on the ring: better no start than members nobody can find. */
export async function requireKeys(
  inTransaction: TransactionRunner,
  keyring: Keyring,
  clock: Clock,
): Promise<void> {
  const used = await inTransaction((tx) => keysInUse(tx, clock.now()));
  const absent = [...used].filter((fingerprint) => !keyring.fingerprints.includes(fingerprint));
  if (absent.length === 0) return;
  throw new Error(
    `rows are sealed with keys that APP_KEYS does not hold (fingerprints ${absent.join(', ')}): add the old keys behind the new one`,
  );
}
