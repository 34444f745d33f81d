import type { Log } from '../../log.js';
import { refusesToken, type Answer } from '../../messenger/answer.js';
import type { Messenger } from '../../messenger/messenger.js';
import type { RateLimiter } from '../../outbox/rate-limiter.js';
import type { Patience } from './patience.js';

/** How messengers say "not so fast"; 420 is an older word of Bale's. */
const hurries = new Set([420, 429]);
/** For how long, where they do not say. */
const unsaidMs = 2_000;

/** For how long a messenger wants to be left alone; null when it does not. */
export function retryAfterAsked(answer: Answer): number | null {
  if (answer.kind !== 'refused') return null;
  return answer.retryAfterMs ?? (hurries.has(answer.status) ? unsaidMs : null);
}

export interface RetryAfterParts {
  messenger: Messenger;
  limiter: RateLimiter;
  patience: Patience;
  /** Sparing: many calls are answered so, one behind the other. */
  log: Pick<Log, 'warn'>;
  /** The messenger refuses the token: nothing can be done without a person. */
  tokenRefused: () => void;
}

/** The call that was answered. */
export interface Asked {
  method: string;
  lane: string | null;
  nicety: boolean;
}

/**
 * Slows down when the messenger asks for it: by what is only nice to have, that method alone; by words, their chat, and
 * for everybody as long as the rate limiter thinks fit. Reports it when it does not know us any more.
 */
export function applyRetryAfter(
  { messenger, limiter, patience, log, tokenRefused }: RetryAfterParts,
  answer: Answer,
  { method, lane, nicety }: Asked,
): void {
  if (refusesToken(answer)) tokenRefused();
  const ms = retryAfterAsked(answer);
  if (ms === null) return limiter.served();
  if (nicety) patience.spare(method, ms);
  const everybody = !nicety && limiter.throttle(lane, ms);
  log.warn({ platform: messenger.platform, method, ms, everybody }, 'messenger asks for patience');
  patience.asked(ms);
}
