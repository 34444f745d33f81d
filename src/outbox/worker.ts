import { setMaxListeners } from 'node:events';
import type { OutboxEntry } from '../../entities/outbox-entry.js';
import type { Bell } from '../wake-up.js';
import { faultOf } from '../safe-error.js';
import { claim, recover } from './lease-jobs.js';
import type { Holders } from './liveness.js';
import { keepInHand } from './lease.js';
import type { AnyPerformer } from './handler.js';
import { goRound, type RoundParts } from './run-job.js';

/** How long to sleep when nothing is due: other replicas write rows whose bell is not heard here. */
const lookAgainMs = 500;

/** How often to look for what is in a lost hand. */
const lookForLostMs = 250;

export interface OutboxWorkerParts extends RoundParts {
  performers: readonly AnyPerformer[];
  holders: Holders;
  bell: Bell;
  /** Called after each errand: its end may have left something for the inbox or the outbox. */
  settled: () => void;
}

export interface OutboxWorker {
  start(): void;
  /** Lets the errands in hand be finished, or put down where they are long. */
  stop(): Promise<void>;
}

/** Does what is to be done outside: each kind at its own pace, each lane in order, all the others meanwhile. */
export function makeOutboxWorker(parts: OutboxWorkerParts): OutboxWorker {
  const { inTransaction, performers, holders, bell, clock, log, settled } = parts;
  const afterCrash = new Map(performers.map((performer) => [performer.kind, performer.afterCrash]));
  const inHand = new Set<{ entry: OutboxEntry; round: Promise<void> }>();
  let stopping = new AbortController();
  let working = Promise.resolve();
  let lastLook = -Infinity;

  const takeFromLost = async (): Promise<void> => {
    const now = clock.now();
    if (Math.abs(now.getTime() - lastLook) < lookForLostMs) return;
    lastLook = now.getTime();
    const dead = await holders.dead();
    const own = { holder: holders.own, atWork: [...inHand].map(({ entry }) => entry.id) };
    const recovered = await inTransaction((tx) => recover(tx, afterCrash, { dead, own, now }));
    if (recovered > 0) log.warn({ recovered }, 'errands taken over from a lost hand');
  };
  const take = async (): Promise<OutboxEntry[]> => {
    await takeFromLost();
    if (!holders.seen() || stopping.signal.aborted) return [];
    const busy = [...inHand].map(({ entry }) => entry.kind);
    const rooms = performers
      .map(({ kind, atOnce, leaseMs, pace }) => ({
        kind,
        leaseMs,
        free: Math.min(atOnce - busy.filter((other) => other === kind).length, pace?.free() ?? Infinity),
        resting: pace?.resting() ?? [],
      }))
      .filter(({ free }) => free > 0);
    return inTransaction((tx) => claim(tx, rooms, holders.own, clock.now()));
  };
  const begin = (entry: OutboxEntry): void => {
    const performer = performers.find(({ kind }) => kind === entry.kind);
    if (!performer) return;
    const { leaseMs, pace } = performer;
    const { signal } = stopping;
    const goOn = keepInHand({ inTransaction, clock, leaseMs, stopping: signal }, entry);
    pace?.begin(entry.lane);
    const round = goRound(parts, performer, entry, { goOn, stopping: signal })
      .catch((error: unknown) =>
        log.error({ entry: entry.id, fault: faultOf(error) }, 'errand could not be closed'),
      )
      .finally(() => {
        inHand.delete(hand);
        settled();
        bell.ring();
      });
    const hand = { entry, round };
    inHand.add(hand);
  };
  const work = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const taken = await take().catch((error: unknown) => {
        log.warn({ fault: faultOf(error) }, 'outbox out of reach');
        return [];
      });
      taken.forEach(begin);
      if (taken.length === 0) await bell.heard(restMs(performers));
    }
  };
  return {
    start() {
      stopping = new AbortController();
      // Every errand in hand listens to it while the database is away, and Node would take so many for a leak.
      setMaxListeners(0, stopping.signal);
      holders.start(bell.ring);
      working = work();
    },
    async stop() {
      stopping.abort();
      bell.ring();
      await working;
      await Promise.all([...inHand].map(({ round }) => round));
      await holders.stop();
    },
  };
}

/** Until somebody may do more, but no longer than others' rows may wait to be seen. */
function restMs(performers: readonly AnyPerformer[]): number {
  return Math.min(lookAgainMs, ...performers.map(({ pace }) => pace?.waitMs() ?? lookAgainMs));
}
