import { expect } from 'vitest';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { makeWakeUp } from '../../src/wake-up.js';
import { makeHandOver } from '../../src/outbox/hand-over.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { makeMissingKeys } from '../../src/keys/missing-keys.js';
import { silence } from '../../src/log.js';
import type { WorkerLiveness } from '../../src/outbox/liveness.js';
import { enqueue, type Job } from '../../src/outbox/outbox.js';
import type { AnyJobHandler, JobContext, JobOutcome, JobHandler } from '../../src/outbox/handler.js';
import { makeOutboxWorker, type OutboxWorker, type OutboxWorkerParts } from '../../src/outbox/worker.js';
import { systemRandom } from '../../src/random.js';
import type { TestDatabase } from '../support/databases.js';
import { handClock } from '../support/hand-clock.js';
import { testKeys } from '../support/test-keys.js';
import { untilPasses } from '../support/eventually.js';

/** An outbox over a real database, and as many workers on it as a test starts. */
export function openOutbox(
  { inTransaction, dataSource }: TestDatabase,
  clock = handClock(),
  keys = testKeys,
) {
  const keyring = makeKeyring({ keys, random: systemRandom });
  const missingKeys = makeMissingKeys({ clock, log: silence });
  const workers: OutboxWorker[] = [];
  const wakeUp = makeWakeUp();
  const handOver = makeHandOver();
  const parts = {
    ...{ inTransaction, keyring, missingKeys, clock, wakeUp, random: systemRandom, log: silence },
    ...{ count: () => undefined, inStatement: inTransaction },
  };
  const states = async () =>
    (await dataSource.manager.find(OutboxEntry, { order: { id: 'ASC' } })).map(({ state }) => state);
  const outbox = {
    ...parts,
    states,
    /** Hands over after the commit to whoever was started last. */
    handOver: (...jobs: Job[]) =>
      inTransaction(async (tx) => {
        for (const job of jobs) await enqueue({ tx, keyring, clock, handOver }, job);
      }),
    write: (...jobs: Job[]) =>
      inTransaction(async (tx) => {
        for (const job of jobs) await enqueue({ tx, keyring, clock }, job);
      }).then(wakeUp.notify),
    work(handlers: AnyJobHandler[], changes: Partial<OutboxWorkerParts> = {}): OutboxWorker {
      const { inTransaction: inStatement = inTransaction } = changes;
      const worker = makeOutboxWorker({
        ...{ ...parts, inStatement, handOver, liveness: leasesOnly(), handlers },
        ...changes,
      });
      workers.push(worker);
      worker.start();
      return worker;
    },
    entries: () => dataSource.manager.find(OutboxEntry, { order: { id: 'ASC' } }),
    reaches: (wanted: string[]) => untilPasses(async () => expect(await states()).toEqual(wanted)),
    /** The states once a worker has looked again: it has done what was written last. */
    async afterALook(): Promise<string[]> {
      await outbox.write(word('look'));
      await untilPasses(async () => expect((await states()).at(-1)).toBe('done'));
      return (await states()).slice(0, -1);
    },
    close: () => Promise.all(workers.map((worker) => worker.stop())),
  };
  return outbox;
}

/** Nobody shows whether they live, so that only leases tell. */
const leasesOnly = (): WorkerLiveness => ({
  workerId: systemRandom.bytes(16).toString('hex'),
  start: () => undefined,
  stop: async () => undefined,
  isVisible: () => true,
  deadWorkers: async () => [],
});

export type Deed = (payload: string, entry: JobContext) => Promise<JobOutcome<string>>;

/** A job to say a word, in a lane or in none. */
export const word = (payload: string, lane?: string) => ({
  kind: 'word',
  payload,
  ...(lane ? { lane } : {}),
});

export const done: JobOutcome<string> = { kind: 'done', result: 'done' };

/** A handler of jobs whose payload is a word; what comes of it it says to `onResult`. */
export function handler(run: Deed, changes: Partial<JobHandler<string, string>> = {}) {
  const settled: string[] = [];
  const made: JobHandler<string, string> = {
    kind: 'word',
    concurrency: 4,
    waitsOutside: true,
    leaseMs: 20_000,
    tries: 3,
    onWorkerDeath: 'retry',
    run,
    onResult: async (_tx, payload, result) => void settled.push(`${payload}: ${result}`),
    onExhausted: () => 'given up',
    ...changes,
  };
  return { settled, made };
}

/** A promise that a test keeps when it wants to. */
export function promised<T>(): { promise: Promise<T>; keep: (value: T) => void } {
  let keep: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => (keep = resolve));
  return { promise, keep };
}

/** A job that is in hand for the first time, in the lane of a chat. */
export const firstTry = {
  ...{ id: 1, lane: 'telegram:700001:5', tries: 1, createdAt: handClock().now(), progress: null },
  renewLease: async () => true,
} satisfies JobContext;
