import type { OutboxEntry } from '../../entities/outbox-entry.js';
import type { Clock } from '../clock.js';
import { storedMoment, readRows } from '../db/statement.js';
import type { Transaction, TransactionRunner } from '../db/transaction.js';
import type { Keyring } from '../keys/keyring.js';
import type { LeftToOthers } from '../keys/left-to-others.js';
import type { MissingKeys } from '../keys/missing-keys.js';
import type { Log } from '../log.js';
import type { AnyJobHandler } from './handler.js';
import type { JobsInHand } from './jobs-in-hand.js';
import { leaseDueJobs, otherKeyOfDue, recoverLost, type Capacity } from './lease-jobs.js';
import type { WorkerLiveness } from './liveness.js';

export interface LookParts {
  inTransaction: TransactionRunner;
  inStatement: TransactionRunner;
  handlers: readonly AnyJobHandler[];
  liveness: WorkerLiveness;
  jobs: JobsInHand;
  keyring: Keyring;
  missingKeys: MissingKeys;
  /** Jobs that could not be done here for want of a key. */
  left: LeftToOthers<number>;
  clock: Clock;
  log: Log;
}

/**
 * Looks for what no transaction here has handed over: what is due, what others have left, and what was leased and lost.
 * One statement where there is nothing of it. Returns what it has leased, and whether something was due.
 */
export function makeLook(parts: LookParts): (capacities: () => Capacity[]) => Promise<Looked> {
  const { inTransaction, inStatement, handlers, liveness, jobs, left, clock, log } = parts;
  const { fingerprints: keys } = parts.keyring;
  const onWorkerDeath = new Map(handlers.map((handler) => [handler.kind, handler.onWorkerDeath]));
  const { workerId } = liveness;

  const takeOverLost = async (): Promise<void> => {
    const dead = await liveness.deadWorkers();
    const lost = { dead, now: clock.now(), own: { workerId, isAtWork: (id: number) => jobs.has(id) } };
    const recovered = await inTransaction((tx) => recoverLost(tx, onWorkerDeath, lost));
    if (recovered > 0) log.warn({ recovered }, 'jobs taken over from a lost hand');
  };
  const noteMissingKey = async (): Promise<void> => {
    const missing = await inStatement((tx) => otherKeyOfDue(tx, keys, clock.now()));
    if (missing !== null) parts.missingKeys.note(missing);
  };
  return async (capacities) => {
    const seen = await inStatement((tx) => lookOver(tx, workerId, clock.now()));
    // Counted after the look: what is leased since then has been expected before it was there to be seen.
    if (seen.others || seen.own > jobs.size()) await takeOverLost();
    else if (!seen.due) return { due: false, leased: [] };
    if (!liveness.isVisible()) return { due: seen.due, leased: [] };
    const lessee = { workerId, keys, left: left.ids() };
    const leased = await inTransaction((tx) => leaseDueJobs(tx, capacities(), lessee, clock.now()));
    if (seen.due && leased.length === 0) await noteMissingKey();
    return { due: seen.due, leased };
  };
}

interface Looked {
  due: boolean;
  leased: OutboxEntry[];
}

interface Seen {
  /** Something waits and is due. */
  due: boolean;
  /** Somebody else has leased something. */
  others: boolean;
  /** How many are leased in our own name. */
  own: number;
}

async function lookOver(tx: Transaction, workerId: string, now: Date): Promise<Seen> {
  const [row] = await readRows<{ [name in keyof Seen]: number }>(
    tx,
    "SELECT EXISTS (SELECT 1 FROM outbox WHERE state = 'waiting' AND due_at <= ?) AS due," +
      " EXISTS (SELECT 1 FROM outbox WHERE state = 'in-hand' AND holder <> ?) AS others," +
      " (SELECT COUNT(*) FROM outbox WHERE state = 'in-hand' AND holder = ?) AS own",
    [storedMoment(now), workerId, workerId],
  );
  return { due: Number(row?.due) > 0, others: Number(row?.others) > 0, own: Number(row?.own) };
}
