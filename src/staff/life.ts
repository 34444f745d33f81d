import { hour, minute } from '../durations.js';
import { latestBeginning } from '../reset/life.js';

/** How long a question may be answered. */
export const questionLifeMs = 5 * minute;

/** How long an act waits for a second person. */
export const approvalLifeMs = 24 * hour;

/** Ends later than if it began now: it was asked by a clock that is wrong now or was wrong then. */
export const isOfTheFuture = (expiresAt: Date, lifeMs: number, now: Date): boolean =>
  expiresAt.getTime() > latestBeginning(now).getTime() + lifeMs;
