import type { OutboxEntry } from '../../entities/outbox-entry.js';
import type { Bell } from '../bell.js';
import { faultOf } from '../fault.js';
import { claim, recover } from './claim.js';
import { keepInHand } from './lease.js';
import type { AnyPerformer } from './performer.js';
import { goRound, type RoundParts } from './round.js';

/** How long to sleep when nothing is due: other replicas write rows whose bell is not heard here. */
const lookAgainMs = 500;

export interface OutboxWorkerParts extends RoundParts {
  performers: readonly AnyPerformer[];
  bell: Bell;
  /** Called after each errand: its end may have left something for the inbox or the outbox. */
  settled: () => void;
  /** Nobody else works on this database, so what is in hand at the start was left by the dead. */
  alone: boolean;
}

export interface OutboxWorker {
  start(): Promise<void>;
  /** Lets the errands in hand be finished, or put down where they are long. */
  stop(): Promise<void>;
}

/** Does what is to be done outside: each kind at its own pace, each lane in order, all the others meanwhile. */
export function makeOutboxWorker(parts: OutboxWorkerParts): OutboxWorker {
  const { inTransaction, performers, bell, clock, log, settled } = parts;
  // Each row's holder is named anew by each process, and a name is never used again.
  const holder = parts.random.bytes(16).toString('hex');
  const inHand = new Map<Promise<void>, string>();
  let running = false;
  let working = Promise.resolve();

  const take = async (): Promise<OutboxEntry[]> => {
    const busy = [...inHand.values()];
    const rooms = performers
      .map(({ kind, atOnce, leaseMs, pace }) => ({
        kind,
        leaseMs,
        free: Math.min(atOnce - busy.filter((other) => other === kind).length, pace?.free() ?? Infinity),
        resting: pace?.resting() ?? [],
      }))
      .filter(({ free }) => free > 0);
    return inTransaction(async (tx) => {
      await recover(tx, crashRules(performers), clock.now());
      return claim(tx, rooms, holder, clock.now());
    });
  };
  const begin = (entry: OutboxEntry): void => {
    const performer = performers.find(({ kind }) => kind === entry.kind);
    if (!performer) return;
    const goOn = keepInHand(
      { inTransaction, clock, leaseMs: performer.leaseMs, isRunning: () => running },
      entry,
    );
    performer.pace?.begin(entry.lane);
    const round = goRound(parts, performer, entry, goOn)
      .catch((error: unknown) =>
        log.error({ entry: entry.id, fault: faultOf(error) }, 'errand could not be closed'),
      )
      .finally(() => {
        inHand.delete(round);
        settled();
        bell.ring();
      });
    inHand.set(round, entry.kind);
  };
  const work = async (): Promise<void> => {
    while (running) {
      const taken = await take().catch((error: unknown) => {
        log.warn({ fault: faultOf(error) }, 'outbox out of reach');
        return [];
      });
      taken.forEach(begin);
      if (taken.length === 0) await bell.heard(restMs(performers));
    }
  };
  return {
    async start() {
      if (parts.alone) await inTransaction((tx) => recover(tx, crashRules(performers), 'all of them'));
      running = true;
      working = work();
    },
    async stop() {
      running = false;
      bell.ring();
      await working;
      await Promise.all(inHand.keys());
    },
  };
}

/** Until somebody may do more, but no longer than others' rows may wait to be seen. */
function restMs(performers: readonly AnyPerformer[]): number {
  return Math.min(lookAgainMs, ...performers.map(({ pace }) => pace?.waitMs() ?? lookAgainMs));
}

/** Which kinds are done again after a crash, and which are left in doubt. */
function crashRules(performers: readonly AnyPerformer[]): { repeat: string[]; doubt: string[] } {
  const kindsThat = (rule: AnyPerformer['afterCrash']) =>
    performers.filter(({ afterCrash }) => afterCrash === rule).map(({ kind }) => kind);
  return { repeat: kindsThat('repeat'), doubt: kindsThat('doubt') };
}
