import type { Clock } from '../../clock.js';
import { second } from '../../durations.js';

/** What a messenger has asked to be spared, beside what the rate limiter keeps to. */
export interface Patience {
  /** This method is left alone for so long, in all chats. */
  spare(method: string, ms: number): void;
  isSpared(method: string): boolean;
  /** It has asked for so long a time of quiet, about whomever. */
  asked(ms: number): void;
  /** Is such a time running that somebody ought to look? */
  isLong(): boolean;
}

/** Members notice what takes longer. */
const longMs = 30 * second;

/** `onLong` is called whenever so long a time begins. */
export function makePatience(clock: Clock, onLong: () => void): Patience {
  const spared = new Map<string, number>();
  let longUntil = 0;
  const now = (): number => clock.now().getTime();
  return {
    spare: (method, ms) => void spared.set(method, now() + ms),
    isSpared: (method) => (spared.get(method) ?? 0) > now(),
    asked(ms) {
      if (ms <= longMs) return;
      longUntil = Math.max(longUntil, now() + ms);
      onLong();
    },
    isLong: () => longUntil > now(),
  };
}
