import type { LimitCounter } from '../../entities/limit-counter.js';
import type { Clock } from '../clock.js';
import type { Transaction } from '../db/transaction.js';
import { makeCounterStore } from './store.js';

/** At most so many within a window that opens with the first of them. Keys hold keyed hashes, never what was typed. */
export interface Limit {
  key: string;
  most: number;
  windowMs: number;
  /** Where windows of this key differ in length: that of the longest. None: they do not. */
  longestMs?: number;
}

/** So many are free; each one after that costs the next wait, and the last wait repeats. */
export interface BackOffSteps {
  key: string;
  free: number;
  waitsMs: readonly number[];
}

/** May it go on? If not, `until` is when it may, in epoch milliseconds. */
export type LimitStatus = { ok: true } | { ok: false; until: number };

/**
 * The limits that guard members; counted in the database, so they hold over chats, messengers and replicas. A window ends
 * within its length from whenever it is looked at, however far ahead the clock was when it began: nobody is shut out longer.
 */
export interface Limits {
  /** Counts one, unless the limit is reached. */
  take(limit: Limit): Promise<LimitStatus>;
  /** Says how each of these stands, in their order, without counting. */
  peek(limits: readonly (Limit | BackOffSteps)[]): Promise<LimitStatus[]>;
  /** Counts one for each of these, unless one of them is reached: then for none, and `at` is the place of the first that is. No key twice, and none whose windows differ in length. */
  takeAll(limits: readonly Limit[]): Promise<Taken>;
  /** Counts one for each of these, whatever was counted: for somebody who has looked, and behind whom nobody can have counted since. */
  countAll(limits: readonly Limit[]): Promise<void>;
  /** Lets nobody else count here or hold it until the transaction ends. Whoever holds several names them in one order. */
  lockForUpdate(limits: readonly Limit[]): Promise<void>;
  /** Takes back what was counted at that moment, if its window still runs. */
  giveBack(limit: Limit, takenAt: Date): Promise<void>;
  /** The keys that begin so and whose window, of this length, runs. */
  running(prefix: string, windowMs: number): Promise<string[]>;
  /** How much is counted in the window that runs. */
  count(key: string): Promise<number>;
  /** Counts one on the ladder. */
  countStep(ladder: BackOffSteps): Promise<void>;
  /** Forgets what was counted. */
  forget(key: string): Promise<void>;
  /** The same; returns how much it was, where its window still ran. */
  clear(key: string): Promise<number>;
}

/** What came of counting several; `counts`: how much each of them has counted now, in their order. */
export type Taken = { ok: true; counts: readonly number[] } | { ok: false; until: number; at: number };

/** How long a ladder is remembered after its last wait is over. */
const rememberMs = 24 * 3_600_000;

export function makeLimits({ tx, clock }: { tx: Transaction; clock: Clock }): Limits {
  const counters = makeCounterStore(tx);
  const now = (): number => clock.now().getTime();
  const count = async (key: string): Promise<number> => {
    const counter = await counters.read(key);
    return counter && counter.windowEndsAt.getTime() > now() ? counter.count : 0;
  };

  /** When the window ends; what would end later than one that begins now is written down as that: it would never come nearer. */
  const endOf = async ({ key, windowEndsAt }: LimitCounter, latest: number): Promise<number> => {
    if (windowEndsAt.getTime() > latest) await counters.shorten(key, latest);
    return Math.min(windowEndsAt.getTime(), latest);
  };
  const windowsOf = (limits: readonly Limit[]) =>
    limits.map(({ key, windowMs }) => ({ key, endsAt: now() + windowMs }));
  const latestOf = ({ windowMs, longestMs = windowMs }: Limit): number => now() + longestMs;

  const statusOf = async (limit: Limit, counter?: LimitCounter): Promise<LimitStatus> => {
    const until = counter ? await endOf(counter, latestOf(limit)) : 0;
    return counter && until > now() && counter.count >= limit.most ? { ok: false, until } : { ok: true };
  };
  const ladderStatus = async (ladder: BackOffSteps, counter?: LimitCounter): Promise<LimitStatus> => {
    if (!counter) return { ok: true };
    const latest = now() + waitAfter(ladder, counter.count) + rememberMs;
    const until = (await endOf(counter, latest)) - rememberMs;
    return counter.count >= ladder.free && until > now() ? { ok: false, until } : { ok: true };
  };

  return {
    take: async (limit) => {
      const { key, most, windowMs } = limit;
      const window = { key, endsAt: now() + windowMs, latest: latestOf(limit) };
      if (await counters.raise(window, now(), most)) return { ok: true };
      const counter = await counters.read(key);
      return { ok: false, until: counter ? await endOf(counter, latestOf(limit)) : now() + windowMs };
    },

    countAll: (limits) => counters.raiseAll(windowsOf(limits), now()),
    takeAll: async (limits) => {
      await counters.raiseAll(windowsOf(limits), now());
      const counted = await counters.readAll(limits.map(({ key }) => key));
      const at = limits.findIndex(({ key, most }) => (counted.get(key)?.count ?? Infinity) > most);
      const reached = limits[at];
      if (!reached) return { ok: true, counts: limits.map(({ key }) => counted.get(key)?.count ?? 0) };
      await counters.lowerAll(limits.map(({ key }) => key));
      const until = counted.get(reached.key)?.windowEndsAt.getTime() ?? now() + reached.windowMs;
      return { ok: false, until, at };
    },

    peek: async (limits) => {
      const counted = await counters.readAll(limits.map(({ key }) => key));
      const statuses = [];
      for (const limit of limits) {
        const counter = counted.get(limit.key);
        statuses.push(await ('free' in limit ? ladderStatus(limit, counter) : statusOf(limit, counter)));
      }
      return statuses;
    },

    lockForUpdate: (limits) =>
      counters.lockForUpdate(
        limits.map(({ key }) => key),
        now(),
      ),

    giveBack: (limit, takenAt) => counters.lower(limit.key, takenAt.getTime(), limit.windowMs),

    countStep: async (ladder) => {
      const endsAt = now() + rememberMs;
      await counters.raise({ key: ladder.key, endsAt, latest: endsAt }, now(), Number.MAX_SAFE_INTEGER);
      const count = (await counters.read(ladder.key))?.count ?? 0;
      await counters.extend(ladder.key, now() + waitAfter(ladder, count) + rememberMs);
    },

    count,
    running: async (prefix, windowMs) => {
      const running = await counters.running(prefix, now());
      for (const counter of running) await endOf(counter, now() + windowMs);
      return running.map(({ key }) => key);
    },

    forget: (key) => counters.remove(key),
    clear: async (key) => {
      const counted = await count(key);
      await counters.remove(key);
      return counted;
    },
  };
}

function waitAfter({ free, waitsMs }: BackOffSteps, count: number): number {
  if (count < free) return 0;
  return waitsMs[Math.min(count - free, waitsMs.length - 1)] ?? 0;
}
