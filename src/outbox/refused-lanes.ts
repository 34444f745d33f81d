import { elapsedBy, type Clock } from '../clock.js';
import { second } from '../durations.js';

/** Longer than any transaction takes from looking at its lanes to its commit. */
const refusedMs = 30 * second;

/**
 * Lanes of which something was given back to the rows. A transaction that looked at its lane before that would hand over
 * what stands behind it: so nothing is taken in them for a while.
 */
export function makeRefusedLanes(clock: Clock) {
  const until = new Map<string, number>();
  const elapsed = elapsedBy(clock);
  return {
    add(lane: string): void {
      const now = elapsed();
      for (const [other, end] of until) if (end <= now) until.delete(other);
      until.set(lane, now + refusedMs);
    },
    has: (lane: string): boolean => (until.get(lane) ?? 0) > elapsed(),
  };
}
