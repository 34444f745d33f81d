import type { Clock } from '../../clock.js';
import type { TransactionRunner } from '../../db/transaction.js';
import type { ImportPolicy } from '../../import/policy.js';
import { RunLeasedElsewhere, type ImportParts, type ImportRun } from '../../import/runs.js';
import type { Keyring } from '../../keys/keyring.js';

/**
 * Judges a list of members, applies it and takes it back, some lines in one transaction, so that members are served in
 * between. Each of the three may be killed anywhere and called again: it goes on with the line where it was.
 */
export interface ImportDeps {
  inTransaction: TransactionRunner;
  keyring: Keyring;
  clock: Clock;
  policy: ImportPolicy;
  /** Told after each batch how far the run has come. What it throws ends the work there. */
  progress?: (run: ImportRun) => void | Promise<void>;
}

export function inOneTransaction<T>(deps: ImportDeps, work: (parts: ImportParts) => Promise<T>): Promise<T> {
  const { inTransaction, keyring, clock } = deps;
  return inTransaction((tx) => work({ tx, keyring, clock }));
}

export function known<T>(moved: T | null): T {
  if (moved === null) throw new RunLeasedElsewhere();
  return moved;
}
