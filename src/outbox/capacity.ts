import type { OutboxEntry } from '../../entities/outbox-entry.js';
import type { Clock } from '../clock.js';
import { minute, second } from '../durations.js';
import type { AnyJobHandler } from './handler.js';
import type { JobsInHand } from './jobs-in-hand.js';
import type { Capacity } from './lease-jobs.js';

/** From so long on, in milliseconds, work that waits for somebody outside gives up its place: it costs a socket, and no more. */
const slowMs = second;
/** So many times as many as there are places may be at work, the slow among them. */
const mostSlow = 8;

/** A lane that has had so many lately leaves the rest of each second to those who are favoured, or have had none. */
const some = 1;

/** As long as a recovery takes at the most. */
const favouredMs = 15 * minute;

/** More of a kind than may stand here are left in their rows, where any replica finds them. */
const mostStanding = 500;

/** How much may be done at once, and how quickly: what is at work here, by kind. */
export function makeCapacity(handlers: readonly AnyJobHandler[], jobs: JobsInHand, clock: Clock) {
  const byKind = new Map(handlers.map((handler) => [handler.kind, handler]));
  /** Since when each is at work, by kind. */
  const atWork = new Map<string, Map<OutboxEntry, number>>();

  /** Until when each lane goes before others. */
  const favoured = new Map<string, number>();

  const free = ({ kind, concurrency, waitsOutside }: AnyJobHandler): number => {
    const since = [...(atWork.get(kind)?.values() ?? [])];
    if (!waitsOutside) return concurrency - since.length;
    const slow = since.filter((begun) => clock.now().getTime() - begun >= slowMs).length;
    return Math.min(concurrency - (since.length - slow), concurrency * mostSlow - since.length);
  };
  const isSomebodyFavoured = (): boolean => {
    const now = clock.now().getTime();
    for (const until of favoured.values()) if (until > now) return true;
    return false;
  };
  const had = ({ kind, lane }: OutboxEntry): number => {
    if (lane === null || (favoured.get(lane) ?? 0) > clock.now().getTime()) return 0;
    return byKind.get(kind)?.limiter?.hadBy(lane) ?? 0;
  };
  const leaseUntil = ({ leaseMs }: AnyJobHandler): Date => new Date(clock.now().getTime() + leaseMs);
  return {
    /** May this one begin now? */
    allows(entry: OutboxEntry): boolean {
      const handler = byKind.get(entry.kind);
      if (!handler || free(handler) <= 0) return false;
      const { limiter } = handler;
      if (!limiter) return true;
      return (
        limiter.mayBegin(entry.lane) &&
        (had(entry) < some || limiter.permits() > (isSomebodyFavoured() ? limiter.reserve : 0))
      );
    },
    /** How much its lane has had lately of what is rare; nothing where it is favoured. */
    had,
    favour(lane: string): void {
      const now = clock.now().getTime();
      for (const [other, until] of favoured) if (until <= now) favoured.delete(other);
      favoured.set(lane, now + favouredMs);
    },
    begin(entry: OutboxEntry): AnyJobHandler {
      const { kind, lane } = entry;
      const handler = byKind.get(kind);
      if (!handler) throw new Error(`nobody does ${kind}`);
      const ofKind = atWork.get(kind) ?? new Map<OutboxEntry, number>();
      atWork.set(kind, ofKind.set(entry, clock.now().getTime()));
      handler.limiter?.begin(lane);
      return handler;
    },
    end: (entry: OutboxEntry): void => void atWork.get(entry.kind)?.delete(entry),
    /** How one of this kind is leased that is to be begun soon. What could be done twice is in no try before it is begun. */
    leaseFor(kind: string): { leaseUntil: Date; tries: number } | null {
      const handler = byKind.get(kind);
      if (!handler || (jobs.standing().get(kind) ?? 0) >= mostStanding) return null;
      return { leaseUntil: leaseUntil(handler), tries: handler.onWorkerDeath === 'retry' ? 1 : 0 };
    },
    /** What may be leased beside that which is here already. */
    forLook(): Capacity[] {
      const standing = jobs.standing();
      const capacities = handlers.map((handler) => ({
        kind: handler.kind,
        leaseMs: handler.leaseMs,
        free:
          Math.min(free(handler), handler.limiter?.permits() ?? Infinity) - (standing.get(handler.kind) ?? 0),
        throttled: handler.limiter?.throttledKeys() ?? [],
      }));
      return capacities.filter((capacity) => capacity.free > 0);
    },
    /** Milliseconds until more may begin of what stands here; null where nothing does. */
    restMs(): number | null {
      const standing = jobs.standing();
      const rests = handlers
        .filter(({ kind }) => standing.has(kind))
        .map((handler) => (free(handler) > 0 ? (handler.limiter?.waitMs() ?? slowMs) : slowMs));
      return rests.length > 0 ? Math.min(...rests) : null;
    },
    /** Has it stood for half of its lease? Others would take it for lost before long. */
    hasStoodTooLong({ kind, leaseUntil: until }: OutboxEntry): boolean {
      const { leaseMs = 0 } = byKind.get(kind) ?? {};
      return until !== null && until.getTime() - clock.now().getTime() < leaseMs / 2;
    },
  };
}
