import type { Transaction } from '../db/transaction.js';
import type { RateLimiter } from './rate-limiter.js';

/**
 * What came of a job. `next`: a step of several, after which others take their turns; `keep`: whether it is written how far it has
 * come before the next begins, or soon and together with others. `retry`: again, not before `afterMs` from now. `unknown`: it may have been done,
 * and is not repeated by itself.
 */
export type JobOutcome<R> =
  | { kind: 'next'; progress: string; keep: 'first' | 'soon' }
  | { kind: 'done'; result: R; outsideId?: string; progress?: string }
  | { kind: 'retry'; afterMs?: number; fault: string }
  | { kind: 'unknown'; fault: string; result?: R }
  | { kind: 'failed'; fault: string; result?: R; progress?: string };

/** Which job this is and in which lane (its ordering key), which try of it (from 1), and since when it has been waiting. */
export interface JobContext {
  id: number;
  lane: string | null;
  tries: number;
  createdAt: Date;
  /** What the step before has told; null before the first. */
  progress: string | null;
  /**
   * Asked between two steps of long work, renews the lease. False: the process is to stop, or the lease has been lost.
   * Then the job is ended as it is (`retry`), and taken up again from there.
   */
  renewLease: () => Promise<boolean>;
}

/** How one kind of job is done. */
export interface JobHandler<P, R> {
  readonly kind: string;
  /** How many at once in this process. */
  readonly concurrency: number;
  /** Does most of its time go by on somebody else's answer? Then one that is slow makes room for others of its kind. */
  readonly waitsOutside: boolean;
  /** How quickly one after the other; without it, as quickly as workers come free. */
  readonly limiter?: RateLimiter;
  /** How long it may be leased, without a renewal, before another worker takes it for dead. */
  readonly leaseMs: number;
  /** Tries before it is given up. */
  readonly tries: number;
  /** What becomes of one that was leased when its process died: do it again, or leave it aside since it may have been done. */
  readonly onWorkerDeath: 'retry' | 'quarantine';
  /** The work itself. No transaction is open. Must not throw for what the outside does. */
  run(payload: P, entry: JobContext): Promise<JobOutcome<R>>;
  /** What follows, in the transaction that closes the entry. Called for `done`, and for `failed` and `unknown` with a result. */
  onResult(tx: Transaction, payload: P, result: R): Promise<void>;
  /** The result to hand on when the tries are used up without one; null when nothing follows. */
  onExhausted(payload: P): R | null;
}

/** A handler of whatever kind; its payload and result are its own affair. */
export type AnyJobHandler = JobHandler<unknown, unknown>;
