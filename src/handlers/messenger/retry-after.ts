import type { Log } from '../../log.js';
import { refusesToken, type Answer } from '../../messenger/answer.js';
import type { Messenger } from '../../messenger/messenger.js';
import type { RateLimiter } from '../../outbox/rate-limiter.js';

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
  log: Log;
  /** The messenger refuses the token: nothing can be done without a person. */
  tokenRefused: () => void;
}

/** Slows down when the messenger asks for it: whom it meant, one chat or everybody, is for the rate limiter to say. Reports it when it does not know us any more. */
export function applyRetryAfter(parts: RetryAfterParts, answer: Answer, lane: string | null): void {
  const { messenger, limiter, log, tokenRefused } = parts;
  if (refusesToken(answer)) tokenRefused();
  const ms = retryAfterAsked(answer);
  if (ms === null) return;
  const everybody = limiter.throttle(lane, ms);
  log.warn({ platform: messenger.platform, ms, everybody }, 'messenger asks for patience');
}
