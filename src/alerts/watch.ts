import type { Clock } from '../clock.js';
import type { Transaction } from '../db/transaction.js';
import type { Extended } from '../audit/sealer.js';
import type { Alerts } from './alerts.js';
import { makeWatchStore } from './watch-store.js';
import { hour } from '../durations.js';

/** From where on staff want to hear of it. */
export interface WarnAt {
  creditRials: number;
  creditMessages: number;
  /** Wrong pairs of all chats together in an hour. */
  wrongPairsPerHour: number;
}

/** What is looked at by the clock, since nothing happens that would tell of it. Each returns how many alerts there were. */
export interface Watch {
  /** A swarm tries pairs from many chats, each of them below its own limit. */
  wrongPairs(): Promise<number>;
  /** Most members are told that they have no account: rather a portal at another address than so many who have none. */
  portalAnswers(): Promise<number>;
  /** Lines of the trail that the sealer found to be forged or gone. */
  trail(found: Pick<Extended, 'forged' | 'missing'>): Promise<number>;
  /** Is the trail being sealed at all? `seen` is its oldest unsealed line as it was a while ago; returns it as it is. */
  chaining(seen: number | null): Promise<number | null>;
}

export interface WatchParts {
  tx: Transaction;
  clock: Clock;
  alerts: Alerts;
  warnAt: WarnAt;
}

/** A family whose accounts nobody has opened yet says nothing of the portal. */
const fewestMissing = 5;

export function makeWatch({ tx, clock, alerts, warnAt }: WatchParts): Watch {
  const store = makeWatchStore(tx);
  return {
    wrongPairs: async () => {
      const count = await store.countWrongPairs(new Date(clock.now().getTime() - hour));
      if (count < warnAt.wrongPairsPerHour) return 0;
      return Number(await alerts.raise({ cause: 'many-wrong-pairs', facts: { count } }));
    },
    portalAnswers: async () => {
      const { missing, known } = await store.countPortalAnswers(new Date(clock.now().getTime() - hour));
      if (missing < fewestMissing || missing <= known) return 0;
      const facts = { missing, answers: missing + known };
      return Number(await alerts.raise({ cause: 'most-accounts-missing', facts }));
    },
    trail: async ({ forged, missing }) => {
      const [first] = forged;
      const found = [
        ...(first === undefined ? [] : [{ what: 'forged', number: first }]),
        ...(missing === null ? [] : [{ what: 'missing', ...missing }]),
      ];
      for (const facts of found) await alerts.raise({ cause: 'trail-not-genuine', facts });
      return found.length;
    },
    chaining: async (seen) => {
      const oldest = await store.oldestUnchained();
      // Each second a line takes its place; the same one is not first for a minute unless nobody does the jobs.
      if (oldest !== null && oldest === seen) await alerts.raise({ cause: 'jobs-missing' });
      return oldest;
    },
  };
}
