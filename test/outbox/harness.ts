import { expect, vi } from 'vitest';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { makeBell } from '../../src/wake-up.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { silence } from '../../src/log.js';
import type { Holders } from '../../src/outbox/liveness.js';
import { writeErrand, type Errand } from '../../src/outbox/outbox.js';
import type { AnyPerformer, InHand, Performed, Performer } from '../../src/outbox/handler.js';
import { makeOutboxWorker, type OutboxWorker, type OutboxWorkerParts } from '../../src/outbox/worker.js';
import { systemRandom } from '../../src/random.js';
import type { TestDatabase } from '../support/databases.js';
import { handClock } from '../support/hand-clock.js';
import { testKeys } from '../support/test-keys.js';

/** An outbox over a real database, and as many workers on it as a test starts. */
export function openOutbox({ inTransaction, dataSource }: TestDatabase, clock = handClock()) {
  const keyring = makeKeyring({ keys: testKeys, random: systemRandom });
  const workers: OutboxWorker[] = [];
  const bell = makeBell();
  const parts = {
    ...{ inTransaction, keyring, clock, bell, random: systemRandom, log: silence },
    ...{ count: () => undefined, settled: () => undefined },
  };
  const states = async () =>
    (await dataSource.manager.find(OutboxEntry, { order: { id: 'ASC' } })).map(({ state }) => state);
  const outbox = {
    ...parts,
    states,
    write: (...errands: Errand[]) =>
      inTransaction(async (tx) => {
        for (const errand of errands) await writeErrand({ tx, keyring, clock }, errand);
      }).then(bell.ring),
    work(performers: AnyPerformer[], changes: Partial<OutboxWorkerParts> = {}): OutboxWorker {
      const worker = makeOutboxWorker({ ...parts, holders: leasesOnly(), performers, ...changes });
      workers.push(worker);
      worker.start();
      return worker;
    },
    entries: () => dataSource.manager.find(OutboxEntry, { order: { id: 'ASC' } }),
    reaches: (wanted: string[]) => vi.waitFor(async () => expect(await states()).toEqual(wanted), 5_000),
    /** The states once a worker has looked again: it has done what was written last. */
    async afterALook(): Promise<string[]> {
      await outbox.write(word('look'));
      await vi.waitFor(async () => expect((await states()).at(-1)).toBe('done'), 5_000);
      return (await states()).slice(0, -1);
    },
    close: () => Promise.all(workers.map((worker) => worker.stop())),
  };
  return outbox;
}

/** Nobody shows whether they live, so that only leases tell. */
const leasesOnly = (): Holders => ({
  own: systemRandom.bytes(16).toString('hex'),
  start: () => undefined,
  stop: async () => undefined,
  seen: () => true,
  dead: async () => [],
});

export type Deed = (payload: string, entry: InHand) => Promise<Performed<string>>;

/** An errand to say a word, in a lane or in none. */
export const word = (payload: string, lane?: string) => ({
  kind: 'word',
  payload,
  ...(lane ? { lane } : {}),
});

export const done: Performed<string> = { kind: 'done', result: 'done' };

/** A performer of errands whose payload is a word; what it settles it says to `settled`. */
export function performer(perform: Deed, changes: Partial<Performer<string, string>> = {}) {
  const settled: string[] = [];
  const made: Performer<string, string> = {
    kind: 'word',
    atOnce: 4,
    leaseMs: 20_000,
    tries: 3,
    afterCrash: 'repeat',
    perform,
    settle: async (_tx, payload, result) => void settled.push(`${payload}: ${result}`),
    givenUp: () => 'given up',
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

/** An errand that is in hand for the first time, in the lane of a chat. */
export const firstTry = {
  ...{ id: 1, lane: 'telegram:700001:5', tries: 1, createdAt: handClock().now() },
  goOn: async () => true,
} satisfies InHand;
