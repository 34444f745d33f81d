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
