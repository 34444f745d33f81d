import type { Challenge } from '../../entities/challenge.js';

/** Is a challenge's life over, whether or not somebody has noted it? */
export const isExpired = ({ state, expiresAt }: Challenge, now: Date): boolean =>
  state === 'expired' || (state === 'open' && expiresAt <= now);
