/** Where the time comes from. Handed to whoever needs it; tests and the playground hand in their own. */
export interface Clock {
  /** This moment, in UTC. */
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/**
 * Milliseconds that have gone by since this was made, for what is counted in this process alone. They never run backwards:
 * while the clock is set back none go by, and what was counted before keeps its length.
 */
export function elapsedBy(clock: Clock): () => number {
  let [seen, elapsed] = [clock.now().getTime(), 0];
  return () => {
    const now = clock.now().getTime();
    elapsed += Math.max(0, now - seen);
    seen = now;
    return elapsed;
  };
}

/**
 * Since when, for a wait that follows. What began while the clock was ahead would count in a year: it counts from when
 * that was first seen, for as long as it lies ahead. As soon as the clock is there it stands as it was written: a clock
 * that is set back for a moment lets nobody's wait be over.
 */
export async function sinceNow(
  now: Date,
  since: Date | null,
  seenAhead: Date | null,
  note: (now: Date) => Promise<void>,
): Promise<Date | null> {
  if (since === null || since <= now) return since;
  if (seenAhead !== null && seenAhead <= now) return seenAhead;
  await note(now);
  return now;
}
