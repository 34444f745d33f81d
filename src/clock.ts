/** Where the time comes from. Handed to whoever needs it; tests and the playground hand in their own. */
export interface Clock {
  /** This moment, in UTC. */
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
