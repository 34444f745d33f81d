import type { OutboxEntry } from '../../entities/outbox-entry.js';

/** Who does jobs in this process, as those see it who write them. */
export interface Taker {
  readonly workerId: string;
  /** How it would take a job of this kind and lane if it were written now; null when it is to be left for whoever looks. */
  leaseFor(kind: string, lane: string | null): { leaseUntil: Date; tries: number } | null;
  /** Rows that are about to be committed as leased by it. */
  expect(ids: readonly number[]): void;
  /** They will not be there after all. */
  forget(ids: readonly number[]): void;
  /** They are there, and its own: the oldest of each lane first. */
  take(entries: readonly OutboxEntry[]): void;
  /** Somebody is in the middle of something there: for a while it goes before others. */
  favour(lane: string): void;
  /** Something was left in its row, and is due then. */
  leave(dueAt: Date): void;
}

/**
 * Where a transaction finds who does after the commit what it has written: the row says from its first moment who has it
 * in hand, so that nobody need look for it. Nobody is there before the start and after the stop, nor in the command line.
 */
export interface HandOver {
  taker: Taker | null;
}

export const makeHandOver = (): HandOver => ({ taker: null });
