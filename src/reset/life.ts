import type { Challenge } from '../../entities/challenge.js';
import { minute } from '../durations.js';

/**
 * So far the clocks of two replicas may be apart, in milliseconds, before one of them takes a challenge of the other's for
 * one of the future. Where the clock has been set back, a code outlives its time by no more.
 */
export const clockToleranceMs = minute;

/** Whatever was begun after this moment is not of this clock. */
export const latestBeginning = (now: Date): Date => new Date(now.getTime() + clockToleranceMs);

/** Is this moment within a challenge's life? */
export const isWithinLife = (
  { createdAt, expiresAt }: Pick<Challenge, 'createdAt' | 'expiresAt'>,
  now: Date,
): boolean => expiresAt > now && createdAt <= latestBeginning(now);

/** Is a challenge's life over, whether or not somebody has noted it? */
export const isExpired = (challenge: Challenge, now: Date): boolean =>
  challenge.state === 'expired' || (challenge.state === 'open' && !isWithinLife(challenge, now));
