import type { Transaction } from '../db/transaction.js';
import type { Pace } from './rate-limiter.js';

/**
 * What came of an errand. `later`: try again, not before `afterMs` from now. `doubt`: it may have been done,
 * and is not repeated by itself.
 */
export type Performed<R> =
  | { kind: 'done'; result: R; outsideId?: string }
  | { kind: 'later'; afterMs?: number; fault: string }
  | { kind: 'doubt'; fault: string; result?: R }
  | { kind: 'failed'; fault: string; result?: R };

/** Which errand this is and in which lane, which try of it (from 1), and since when it has been waiting. */
export interface InHand {
  id: number;
  lane: string | null;
  tries: number;
  createdAt: Date;
  /**
   * Asked between two steps of long work, keeps the errand in this hand for one more lease. False: the process is to
   * stop, or somebody else has taken the errand. Then it is put down as it is (`later`), and taken up again from there.
   */
  goOn: () => Promise<boolean>;
}

/** How one kind of errand is done. */
export interface Performer<P, R> {
  readonly kind: string;
  /** How many at once in this process. */
  readonly atOnce: number;
  /** How quickly one after the other; without it, as quickly as hands come free. */
  readonly pace?: Pace;
  /** How long it may stay in hand, without going on, before somebody else takes it for dead. */
  readonly leaseMs: number;
  /** Tries before it is given up. */
  readonly tries: number;
  /** In hand when its process died: do it again, or leave it in doubt. */
  readonly afterCrash: 'repeat' | 'doubt';
  /** The deed itself. No transaction is open. Must not throw for what the outside does. */
  perform(payload: P, entry: InHand): Promise<Performed<R>>;
  /** What follows, in the transaction that closes the entry. Called for `done`, and for `failed` and `doubt` with a result. */
  settle(tx: Transaction, payload: P, result: R): Promise<void>;
  /** The result to settle with when the tries are used up without one; null when nothing follows. */
  givenUp(payload: P): R | null;
}

/** A performer of whatever kind; its payload and result are its own affair. */
export type AnyPerformer = Performer<unknown, unknown>;
