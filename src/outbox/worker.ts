import { setMaxListeners } from 'node:events';
import type { OutboxEntry } from '../../entities/outbox-entry.js';
import { second } from '../durations.js';
import { makeOutageLog } from '../outage-log.js';
import { makeSparingLog } from '../sparing-log.js';
import { describeError } from '../safe-error.js';
import type { WakeUp } from '../wake-up.js';
import { makeCapacity } from './capacity.js';
import type { HandOver, Taker } from './hand-over.js';
import type { AnyJobHandler } from './handler.js';
import { makeJobsInHand } from './jobs-in-hand.js';
import { makeLeftToOthers } from '../keys/left-to-others.js';
import type { MissingKeys } from '../keys/missing-keys.js';
import { leaseRenewal } from './lease.js';
import { giveBack } from './lease-jobs.js';
import type { WorkerLiveness } from './liveness.js';
import { makeLook } from './look.js';
import { makeLookTimes } from './look-times.js';
import { makeRefusedLanes } from './refused-lanes.js';
import { runJob, type RunJobParts } from './run-job.js';
import { makeWriteBehind } from './write-behind.js';

/** How often to look for what nobody here was handed: rows of other replicas and of the dead, and what has become due. */
export const lookAgainMs = 2 * second;

export interface OutboxWorkerParts extends Omit<RunJobParts, 'writeBehind'> {
  handlers: readonly AnyJobHandler[];
  liveness: WorkerLiveness;
  /** Has it look at once. */
  wakeUp: WakeUp;
  handOver: HandOver;
  missingKeys: MissingKeys;
}

export interface OutboxWorker {
  start(): void;
  /** Lets what is begun be finished, or given back where it is long. */
  stop(): Promise<void>;
}

/** Does jobs: those handed over after a commit and those found by looking, each kind within its concurrency and rate, each lane in order. */
export function makeOutboxWorker(parts: OutboxWorkerParts): OutboxWorker {
  const { inTransaction, inStatement, handlers, liveness, wakeUp, handOver, clock, log } = parts;
  const jobs = makeJobsInHand();
  const refused = makeRefusedLanes(clock);
  const capacity = makeCapacity(handlers, jobs, clock);
  const left = makeLeftToOthers<number>(clock, parts.missingKeys);
  const look = makeLook({ ...parts, jobs, left });
  const onWritten = (entries: readonly OutboxEntry[]): void => jobs.forget(entries.map(({ id }) => id));
  const writeBehind = makeWriteBehind({ inStatement, clock, log, onWritten });
  const reach = makeOutageLog(parts, { out: 'outbox out of reach', back: 'outbox is reached again' });
  const sparing = makeSparingLog(parts);
  const times = makeLookTimes(clock, () => wakeUp.notify());
  const running = new Set<Promise<void>>();
  let stopping = new AbortController();
  let working = Promise.resolve();
  let resting: NodeJS.Timeout | undefined;
  /** What was not handed over but found. */
  const found = new WeakSet<OutboxEntry>();
  /** Something may be waiting in the rows that may begin when something else has ended. */
  let rowsWait = false;
  /** Nothing of it has been begun; it is taken up again where it stands. */
  const putBack = async (entries: readonly OutboxEntry[]): Promise<void> => {
    if (entries.length === 0) return;
    for (const { lane } of entries) if (lane !== null) refused.add(lane);
    try {
      await inStatement((tx) => giveBack(tx, entries));
    } catch (error) {
      sparing.warn({ jobs: entries.length, fault: describeError(error) }, 'jobs cannot be given back yet');
      return jobs.add(entries);
    }
    jobs.forget(entries.map(({ id }) => id));
    wakeUp.notify();
  };
  const begin = (): void => {
    clearTimeout(resting);
    if (stopping.signal.aborted) return;
    const next = (): OutboxEntry | null =>
      jobs.begin(
        (entry) => capacity.allows(entry),
        (entry) => capacity.had(entry),
      );
    for (let entry = next(); entry; entry = next()) {
      const run = work(entry).finally(() => running.delete(run));
      running.add(run);
    }
    const ms = capacity.restMs();
    if (ms !== null) resting = setTimeout(begin, ms);
  };
  const work = async (entry: OutboxEntry): Promise<void> => {
    const handler = capacity.begin(entry);
    const [{ leaseMs }, { signal }] = [handler, stopping];
    const renewLease = leaseRenewal({ inTransaction, clock, leaseMs, stopping: signal }, entry);
    const control = { renewLease, stopping: signal, found: found.has(entry) };
    const ended = await runJob({ ...parts, writeBehind }, handler, entry, control).catch((error: unknown) => {
      if (handler.onWorkerDeath === 'retry' && left.leave(entry.id, error)) return 'left' as const;
      const about = { entry: entry.id, kind: entry.kind, trace: entry.traceId };
      log.error({ ...about, fault: describeError(error) }, 'job could not be closed');
      return 'lost' as const;
    });
    capacity.end(entry);
    const stops = ended === 'put off' || ended === 'lost' || ended === 'left';
    const behind = !stops ? [] : jobs.putBack(({ lane }) => lane !== null && lane === entry.lane);
    if (stops && entry.lane !== null) refused.add(entry.lane);
    jobs.letGo(entry, ended === 'goes on');
    if (ended === 'left') behind.push(entry);
    else if (ended === 'over' || stops) jobs.forget([entry.id]);
    await putBack(behind);
    begin();
    if (ended === 'put off') taker.leave(entry.dueAt);
    if (ended === 'lost') wakeUp.notify();
    else if (rowsWait) times.soon();
  };
  const taker: Taker = {
    workerId: liveness.workerId,
    leaseFor: (kind, lane) =>
      liveness.isVisible() && (lane === null || !refused.has(lane)) ? capacity.leaseFor(kind) : null,
    expect: (ids) => jobs.expect(ids),
    forget: (ids) => jobs.forget(ids),
    take(entries) {
      log.debug({ jobs: entries.length }, 'jobs handed over');
      jobs.add(entries);
      // Their transaction looked at its lanes before these were refused.
      void putBack(jobs.putBack(({ lane }) => lane !== null && refused.has(lane)));
      begin();
    },
    favour: (lane) => capacity.favour(lane),
    leave: (dueAt) => times.when(dueAt),
  };
  const lookOn = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const { due, leased } = await look(() => capacity.forLook()).then(
        (seen) => {
          reach.back();
          return seen;
        },
        (error: unknown) => {
          reach.out({ fault: describeError(error) });
          return { due: false, leased: [] };
        },
      );
      rowsWait = due;
      leased.forEach((entry) => found.add(entry));
      jobs.add(leased);
      begin();
      await putBack(jobs.putBack((entry) => capacity.hasStoodTooLong(entry)));
      if (leased.length === 0) await wakeUp.wait(lookAgainMs);
    }
  };
  return {
    start() {
      stopping = new AbortController();
      // Every running job listens to it while the database is away, and Node would take so many for a leak.
      setMaxListeners(0, stopping.signal);
      liveness.start(wakeUp.notify);
      handOver.taker = taker;
      working = lookOn();
    },
    async stop() {
      handOver.taker = null;
      stopping.abort();
      clearTimeout(resting);
      times.stop();
      wakeUp.notify();
      await working;
      while (running.size > 0) await Promise.all(running);
      await putBack(jobs.putBack(() => true));
      await writeBehind.stop();
      await liveness.stop();
    },
  };
}
