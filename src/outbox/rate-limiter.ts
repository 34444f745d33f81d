import { elapsedBy, type Clock } from '../clock.js';
import { minute, second } from '../durations.js';

/** How many calls a messenger takes of one bot. */
export interface CallRate {
  /** In any one second, over all chats. */
  perSecond: number;
  /** To one chat in the long run. */
  perChatAndMinute: number;
}

/** How quickly the jobs of one kind may be begun. Kept in memory: each process keeps to it by itself. */
export interface RateLimiter {
  /** How many may begin now. */
  permits(): number;
  /** How many of each second are kept, while somebody is favoured, for those who are or have had none. */
  readonly reserve: number;
  /** May one begin in this lane now? */
  mayBegin(lane: string | null): boolean;
  /** How many a lane has had in the last minute or so; what is longer ago counts less and less. */
  hadBy(lane: string): number;
  /** Lanes in which none may begin now. */
  throttledKeys(): string[];
  /** Milliseconds until one more may begin that may not now; null when nothing is held back. */
  waitMs(): number | null;
  begin(lane: string | null): void;
  /** One that has begun asked nothing of the outside after all. */
  giveBack(lane: string | null): void;
  /**
   * The outside is not to be asked for so long in this lane. Where that lane has not had more than its share lately,
   * everybody waits, for seconds; then one is let through to see whether they were meant as well. True when they are held.
   */
  throttle(lane: string | null, ms: number): boolean;
  /** One that has begun was not refused for being too much: everybody may go on. */
  served(): void;
}

/** A short burst to one chat does no harm; Telegram's FAQ says so without a number. */
const burst = 10;
/** From so many of its burst on, a chat is the likely reason for a refusal to be hurried. */
const conspicuous = 3;
/** For how long everybody waits on the word that one of them has got, */
const heldAtFirstMs = 3 * second;
/** and on the word of whoever was let through to see. */
const heldAtMostMs = 30 * second;
/** So long is waited for an answer to whoever was let through. */
const probedMs = 15 * second;

export function makeRateLimiter({ perSecond, perChatAndMinute }: CallRate, clock: Clock): RateLimiter {
  const lanes = makeLanes(60_000 / perChatAndMinute);
  let begun: number[] = [];
  let heldUntil = 0;
  /** One at a time is let through until one is served: `next`, or since when one has been out. */
  let probe: { out: number | null } | null = null;

  const now = elapsedBy(clock);
  const lately = (): number[] => {
    const since = now() - second;
    begun = begun.filter((at) => at > since);
    return begun;
  };
  const probeWaitMs = (): number => (probe?.out == null ? 0 : Math.max(0, probe.out + probedMs - now()));
  const wholeWaitMs = (): number => {
    const recent = lately();
    const full = recent.length < perSecond ? 0 : (recent.at(-perSecond) ?? 0) + second - now();
    return Math.max(0, full, heldUntil - now(), probeWaitMs());
  };
  const permits = (): number => {
    if (now() < heldUntil || probeWaitMs() > 0) return 0;
    return Math.min(perSecond - lately().length, probe ? 1 : Infinity);
  };
  return {
    permits,
    reserve: Math.floor(perSecond / 3),
    mayBegin: (lane) => permits() > 0 && (lane === null || !lanes.rests(lane, now())),
    hadBy: (lane) => lanes.had(lane, now()),
    throttledKeys: () => lanes.resting(now()),
    waitMs() {
      const ms = wholeWaitMs() || lanes.restMs(now());
      return ms > 0 ? Math.ceil(ms) : null;
    },
    begin(lane) {
      begun.push(now());
      if (probe) probe.out = now();
      if (lane !== null) lanes.take(lane, now());
    },
    giveBack(lane) {
      // The oldest and not its own: so that no second is ever thought emptier than it was.
      lately().shift();
      if (probe) probe.out = null;
      if (lane !== null) lanes.giveBack(lane);
    },
    throttle(lane, ms) {
      const ofLane = lane !== null && lanes.taken(lane, now()) >= conspicuous;
      if (lane !== null) lanes.hold(lane, now() + ms);
      if (ofLane && !probe) return false;
      heldUntil = Math.max(heldUntil, now() + Math.min(ms, probe ? heldAtMostMs : heldAtFirstMs));
      probe = { out: null };
      return true;
    },
    served: () => void (probe = null),
  };
}

/** So little is as good as nothing. */
const hardlyAny = 0.05;

/** What each lane has taken of its burst; it gets back one every so many milliseconds. */
function makeLanes(everyMs: number) {
  /** When all that was taken will have come back. */
  const wholeAt = new Map<string, number>();
  const hadAt = new Map<string, { count: number; at: number }>();
  const had = (lane: string, now: number): number => {
    const { count = 0, at = now } = hadAt.get(lane) ?? {};
    return count * Math.exp((at - now) / minute);
  };
  /** Until when a lane is left in peace, since it was asked for. */
  const heldUntil = new Map<string, number>();
  const taken = (lane: string, now: number): number => Math.max(0, (wholeAt.get(lane) ?? 0) - now) / everyMs;
  /** Milliseconds until there is one to take. */
  const restOf = (lane: string, now: number): number =>
    Math.max((wholeAt.get(lane) ?? 0) - now - (burst - 1) * everyMs, (heldUntil.get(lane) ?? 0) - now);
  const known = (): string[] => [...new Set([...wholeAt.keys(), ...heldUntil.keys()])];
  return {
    taken,
    had,
    take(lane: string, now: number): void {
      for (const past of [wholeAt, heldUntil])
        for (const [other, until] of past) if (until <= now) past.delete(other);
      for (const other of hadAt.keys()) if (had(other, now) < hardlyAny) hadAt.delete(other);
      hadAt.set(lane, { count: had(lane, now) + 1, at: now });
      wholeAt.set(lane, Math.max(wholeAt.get(lane) ?? 0, now) + everyMs);
    },
    giveBack: (lane: string): void => void wholeAt.set(lane, (wholeAt.get(lane) ?? 0) - everyMs),
    hold(lane: string, until: number): void {
      heldUntil.set(lane, Math.max(heldUntil.get(lane) ?? 0, until));
    },
    rests: (lane: string, now: number): boolean => restOf(lane, now) > 0,
    resting: (now: number): string[] => known().filter((lane) => restOf(lane, now) > 0),
    /** The shortest that any lane has to rest; 0 when none has to. */
    restMs(now: number): number {
      const rests = known()
        .map((lane) => restOf(lane, now))
        .filter((ms) => ms > 0);
      return rests.length > 0 ? Math.min(...rests) : 0;
    },
  };
}
