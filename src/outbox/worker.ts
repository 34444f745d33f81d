import { setMaxListeners } from 'node:events';
import type { OutboxEntry } from '../../entities/outbox-entry.js';
import type { WakeUp } from '../wake-up.js';
import { describeError } from '../safe-error.js';
import { leaseDueJobs, recoverLost } from './lease-jobs.js';
import type { WorkerLiveness } from './liveness.js';
import { leaseRenewal } from './lease.js';
import type { AnyJobHandler } from './handler.js';
import { runJob, type RunJobParts } from './run-job.js';

/** How long to sleep when nothing is due: other replicas write rows whose signal is not heard here. */
const lookAgainMs = 500;

/** How often to look for lost leases. */
const lookForLostMs = 250;

export interface OutboxWorkerParts extends RunJobParts {
  handlers: readonly AnyJobHandler[];
  liveness: WorkerLiveness;
  wakeUp: WakeUp;
  /** Called after each job: its end may have left something for the inbox or the outbox. */
  onJobFinished: () => void;
}

export interface OutboxWorker {
  start(): void;
  /** Lets the leased jobs be finished, or given back where they are long. */
  stop(): Promise<void>;
}

/** Runs the jobs that are due: each kind within its concurrency and rate, each lane in order, all the others meanwhile. */
export function makeOutboxWorker(parts: OutboxWorkerParts): OutboxWorker {
  const { inTransaction, handlers, liveness, wakeUp, clock, log, onJobFinished } = parts;
  const onWorkerDeath = new Map(handlers.map((handler) => [handler.kind, handler.onWorkerDeath]));
  const running = new Set<{ entry: OutboxEntry; run: Promise<void> }>();
  let stopping = new AbortController();
  let working = Promise.resolve();
  let lastLook = -Infinity;

  const takeOverLost = async (): Promise<void> => {
    const now = clock.now();
    if (Math.abs(now.getTime() - lastLook) < lookForLostMs) return;
    lastLook = now.getTime();
    const dead = await liveness.deadWorkers();
    const own = { workerId: liveness.workerId, atWork: [...running].map(({ entry }) => entry.id) };
    const recovered = await inTransaction((tx) => recoverLost(tx, onWorkerDeath, { dead, own, now }));
    if (recovered > 0) log.warn({ recovered }, 'jobs taken over from a lost hand');
  };
  const take = async (): Promise<OutboxEntry[]> => {
    await takeOverLost();
    if (!liveness.isVisible() || stopping.signal.aborted) return [];
    const busy = [...running].map(({ entry }) => entry.kind);
    const capacities = handlers
      .map(({ kind, concurrency, leaseMs, limiter }) => ({
        kind,
        leaseMs,
        free: Math.min(
          concurrency - busy.filter((other) => other === kind).length,
          limiter?.permits() ?? Infinity,
        ),
        throttled: limiter?.throttledKeys() ?? [],
      }))
      .filter(({ free }) => free > 0);
    return inTransaction((tx) => leaseDueJobs(tx, capacities, liveness.workerId, clock.now()));
  };
  const begin = (entry: OutboxEntry): void => {
    const handler = handlers.find(({ kind }) => kind === entry.kind);
    if (!handler) return;
    const { leaseMs, limiter } = handler;
    const { signal } = stopping;
    const renewLease = leaseRenewal({ inTransaction, clock, leaseMs, stopping: signal }, entry);
    limiter?.begin(entry.lane);
    const run = runJob(parts, handler, entry, { renewLease, stopping: signal })
      .catch((error: unknown) =>
        log.error({ entry: entry.id, fault: describeError(error) }, 'job could not be closed'),
      )
      .finally(() => {
        running.delete(job);
        onJobFinished();
        wakeUp.notify();
      });
    const job = { entry, run };
    running.add(job);
  };
  const work = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const taken = await take().catch((error: unknown) => {
        log.warn({ fault: describeError(error) }, 'outbox out of reach');
        return [];
      });
      taken.forEach(begin);
      if (taken.length === 0) await wakeUp.wait(sleepMs(handlers));
    }
  };
  return {
    start() {
      stopping = new AbortController();
      // Every running job listens to it while the database is away, and Node would take so many for a leak.
      setMaxListeners(0, stopping.signal);
      liveness.start(wakeUp.notify);
      working = work();
    },
    async stop() {
      stopping.abort();
      wakeUp.notify();
      await working;
      await Promise.all([...running].map(({ run }) => run));
      await liveness.stop();
    },
  };
}

/** Until somebody may do more, but no longer than others' rows may wait to be seen. */
function sleepMs(handlers: readonly AnyJobHandler[]): number {
  return Math.min(lookAgainMs, ...handlers.map(({ limiter }) => limiter?.waitMs() ?? lookAgainMs));
}
