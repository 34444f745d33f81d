import { Not } from 'typeorm';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import type { Clock } from '../clock.js';
import type { LockKeeper } from '../db/lock-keeper.js';
import type { TransactionRunner, Transaction } from '../db/transaction.js';
import { describeError } from '../safe-error.js';
import type { Log } from '../log.js';
import type { Random } from '../random.js';

/**
 * The workers that lease jobs, one a process, and whether they live.
 *
 * Each shows that it lives by a lock of the database server on a connection for nothing else: the lock is free the moment
 * its process dies, and some seconds after it has begun to hang. Somebody who lives may be taken for dead all the same,
 * because that one connection broke, or because they were held up for too long. Then a job has two workers, and
 * nothing depends on there being one:
 *  - whoever finishes it names worker and try, so one of them writes what came of it, and what follows from it, once;
 *  - a bot call may be made twice: a message repeats;
 *  - the portal knows a reset by its id, and a question changes nothing;
 *  - an SMS is left in doubt, so no second worker touches it.
 * To make that rare, a lock must be free for a while before its worker counts as dead, longer than it takes to notice a
 * broken connection and to open another; and whoever cannot be seen leases nothing more.
 */
export interface WorkerLiveness {
  /** This process's own name, never used again by any other. */
  readonly workerId: string;
  /** Begins to show that this process lives. Calls back whenever the others have begun to see it. */
  start(nowVisible: () => void): void;
  /** To be called with no job leased. */
  stop(): Promise<void>;
  /** Do the others see that this process lives? */
  isVisible: () => boolean;
  /** Other workers that hold leases and are dead. */
  deadWorkers(): Promise<string[]>;
}

export interface LivenessParts {
  inTransaction: TransactionRunner;
  clock: Clock;
  random: Random;
  log: Log;
}

/** Without locks there is one process. */
export const makeLiveness = (locks: LockKeeper | null, parts: LivenessParts): WorkerLiveness =>
  locks ? oneOfMany(locks, parts) : onlyWorker(parts);

/** Nobody else works on this database, so any other worker that holds a lease is dead. */
export function onlyWorker({
  inTransaction,
  random,
}: Pick<LivenessParts, 'inTransaction' | 'random'>): WorkerLiveness {
  const workerId = newName(random);
  return {
    workerId,
    start: (nowVisible) => nowVisible(),
    stop: async () => undefined,
    isVisible: () => true,
    deadWorkers: () => inTransaction((tx) => othersAtWork(tx, workerId)),
  };
}

/** Longer than one beat of the lock keeper and a new connection take. */
const missedMs = 2_000;

function oneOfMany(locks: LockKeeper, parts: LivenessParts): WorkerLiveness {
  const { inTransaction, clock, random, log } = parts;
  const workerId = newName(random);
  /** Since when each worker has been missed, in epoch milliseconds. */
  let missed = new Map<string, number>();
  let kept: ReturnType<LockKeeper['keep']> | null = null;
  let visible = false;
  return {
    workerId,
    start(nowVisible) {
      const heard = (ours: boolean): void => {
        if (ours === visible) return;
        visible = ours;
        if (visible) nowVisible();
      };
      const broken = (error: unknown): void => {
        log.warn({ fault: describeError(error) }, 'lost the connection that shows that we live');
        heard(false);
      };
      kept = locks.keep({ name: workerLock(workerId), heard, broken });
    },
    stop: async () => kept?.giveUp(),
    isVisible: () => visible,
    async deadWorkers() {
      const before = missed;
      // Where this look fails, nobody has been seen to be missing.
      missed = new Map();
      const [now, absent] = [clock.now().getTime(), await inTransaction((tx) => unlocked(tx, workerId))];
      missed = new Map(absent.map((worker) => [worker, before.get(worker) ?? now]));
      return absent.filter((worker) => now - (missed.get(worker) ?? now) >= missedMs);
    },
  };
}

const newName = (random: Random): string => random.bytes(16).toString('hex');

const lockPrefix = 'ramzyar_holder_';
/** The lock that shows that this worker lives. */
export const workerLock = (workerId: string): string => `${lockPrefix}${workerId}`;

function atWork(tx: Transaction, own: string) {
  return tx
    .createQueryBuilder(OutboxEntry, 'entry')
    .select('DISTINCT entry.holder', 'holder')
    .where({ state: 'in-hand', holder: Not(own) });
}

const names = (rows: { holder: string }[]): string[] => rows.map(({ holder }) => holder);

const othersAtWork = async (tx: Transaction, own: string): Promise<string[]> =>
  names(await atWork(tx, own).getRawMany());

const unlocked = async (tx: Transaction, own: string): Promise<string[]> =>
  names(
    await atWork(tx, own)
      .andWhere('IS_FREE_LOCK(CONCAT(:lockPrefix, entry.holder)) = 1', { lockPrefix })
      .getRawMany(),
  );
