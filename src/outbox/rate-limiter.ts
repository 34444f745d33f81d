import type { Clock } from '../clock.js';
import { second } from '../durations.js';

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
  /** Lanes in which none may begin now. */
  throttledKeys(): string[];
  /** Milliseconds until one more may begin that may not now; null when nothing is held back. */
  waitMs(): number | null;
  begin(lane: string | null): void;
  /** One that has begun asked nothing of the outside after all. */
  giveBack(lane: string | null): void;
  /**
   * The outside is not to be asked for so long. True when that is for everybody: a lane that has had more than its
   * share lately is taken for the one that is meant, and then only that one waits.
   */
  throttle(lane: string | null, ms: number): boolean;
}

/** A short burst to one chat does no harm; Telegram's FAQ says so without a number. */
const burst = 10;
/** From so many of its burst on, a chat is the likely reason for a refusal to be hurried. */
const conspicuous = 3;

export function makeRateLimiter({ perSecond, perChatAndMinute }: CallRate, clock: Clock): RateLimiter {
  const lanes = makeLanes(60_000 / perChatAndMinute);
  let begun: number[] = [];
  let heldUntil = 0;

  const now = (): number => clock.now().getTime();
  const lately = (): number[] => {
    const since = now() - second;
    begun = begun.filter((at) => at > since);
    return begun;
  };
  const wholeWaitMs = (): number => {
    const recent = lately();
    const full = recent.length < perSecond ? 0 : (recent.at(-perSecond) ?? 0) + second - now();
    return Math.max(0, full, heldUntil - now());
  };
  return {
    permits: () => (now() < heldUntil ? 0 : perSecond - lately().length),
    throttledKeys: () => lanes.resting(now()),
    waitMs() {
      const ms = wholeWaitMs() || lanes.restMs(now());
      return ms > 0 ? Math.ceil(ms) : null;
    },
    begin(lane) {
      begun.push(now());
      if (lane !== null) lanes.take(lane, now());
    },
    giveBack(lane) {
      // The oldest and not its own: so that no second is ever thought emptier than it was.
      lately().shift();
      if (lane !== null) lanes.giveBack(lane);
    },
    throttle(lane, ms) {
      const ofLane = lane !== null && lanes.taken(lane, now()) >= conspicuous;
      if (!ofLane) heldUntil = Math.max(heldUntil, now() + ms);
      return !ofLane;
    },
  };
}

/** What each lane has taken of its burst; it gets back one every so many milliseconds. */
function makeLanes(everyMs: number) {
  /** When all that was taken will have come back. */
  const wholeAt = new Map<string, number>();
  const taken = (lane: string, now: number): number => Math.max(0, (wholeAt.get(lane) ?? 0) - now) / everyMs;
  /** Milliseconds until there is one to take. */
  const restOf = (whole: number, now: number): number => whole - now - (burst - 1) * everyMs;
  return {
    taken,
    take(lane: string, now: number): void {
      for (const [other, whole] of wholeAt) if (whole <= now) wholeAt.delete(other);
      wholeAt.set(lane, Math.max(wholeAt.get(lane) ?? 0, now) + everyMs);
    },
    giveBack: (lane: string): void => void wholeAt.set(lane, (wholeAt.get(lane) ?? 0) - everyMs),
    resting: (now: number): string[] =>
      [...wholeAt].flatMap(([lane, whole]) => (restOf(whole, now) > 0 ? [lane] : [])),
    /** The shortest that any lane has to rest; 0 when none has to. */
    restMs(now: number): number {
      const rests = [...wholeAt.values()].map((whole) => restOf(whole, now)).filter((ms) => ms > 0);
      return rests.length > 0 ? Math.min(...rests) : 0;
    },
  };
}
