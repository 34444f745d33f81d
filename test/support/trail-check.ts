import { checkChain, type ChainReport } from '../../src/audit/check-chain.js';
import { makeAuditStore } from '../../src/audit/store.js';
import type { TransactionRunner } from '../../src/db/transaction.js';
import type { Keyring } from '../../src/keys/keyring.js';

/** Walks the whole chain of the trail. */
export async function checkTrail(
  inTransaction: TransactionRunner,
  keyring: Keyring,
  kept: string | null = null,
): Promise<ChainReport> {
  const read = (sequence: number, most: number) =>
    inTransaction((tx) => makeAuditStore(tx).chainedAfter(sequence, most));
  const walk = checkChain(keyring, read, kept, (ranges) =>
    inTransaction((tx) => makeAuditStore(tx).numbered(ranges)),
  );
  let step = await walk.next();
  while (!step.done) step = await walk.next();
  return step.value;
}
