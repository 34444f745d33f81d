import { limit } from '@grammyjs/ratelimiter';
import type { Clock } from '../clock.js';
import type { FloodStore } from './flood-store.js';

/** `refused`: the first one too many in this window, to be answered; `silent`: the ones after it. */
export type FloodVerdict = { kind: 'free' } | { kind: 'refused'; window: number } | { kind: 'silent' };

/** Keeps one chat from taking up everybody's time. No security rests on it: those limits are in the database. */
export interface Flood {
  /**
   * `writtenAt`: when the messenger took the update in, where it says. What has waited there, as during an outage, is
   * counted in the minutes in which it was written: a person's words of an hour may well come all at once.
   */
  check(chatKey: string, writtenAt: Date | null): Promise<FloodVerdict>;
  /** True while replicas count each for itself, since the shared store is away. */
  degraded(): boolean;
  stop(): Promise<void>;
}

export interface FloodSettings {
  updatesPerWindow: number;
  windowMs: number;
}

/** Counts in the shared store where there is one and it answers, else in this process. */
export function makeFlood(
  { updatesPerWindow, windowMs }: FloodSettings,
  clock: Clock,
  shared?: FloodStore,
): Flood {
  const gate = (store?: FloodStore) =>
    limit<LimiterContext, FloodStore>({
      limit: updatesPerWindow,
      timeFrame: windowMs,
      keyGenerator: ({ key }) => key,
      storageClient: store ?? 'MEMORY_STORE',
      onLimitExceeded: (context) => {
        context.verdict = { kind: 'refused', window: Math.floor(clock.now().getTime() / windowMs) };
      },
    });
  const own = gate();
  const common = shared && gate(shared);
  let degraded = false;

  const keyOf = (chatKey: string, writtenAt: Date | null): string => {
    const waited = writtenAt !== null && clock.now().getTime() - writtenAt.getTime() >= windowMs;
    return waited ? `${chatKey}@${Math.floor(writtenAt.getTime() / windowMs)}` : chatKey;
  };
  const verdictOf = async (at: ReturnType<typeof gate>, key: string): Promise<FloodVerdict> => {
    const context: LimiterContext = { key, from: undefined, verdict: { kind: 'silent' } };
    await at(context, async () => {
      context.verdict = { kind: 'free' };
    });
    return context.verdict;
  };
  return {
    async check(chatKey, writtenAt) {
      const key = keyOf(chatKey, writtenAt);
      if (!common) return verdictOf(own, key);
      try {
        const result = await verdictOf(common, key);
        degraded = false;
        return result;
      } catch {
        degraded = true;
        return verdictOf(own, key);
      }
    },
    degraded: () => degraded,
    stop: async () => shared?.stop(),
  };
}

/** What the limiter's middleware is given in place of a grammY context. */
interface LimiterContext {
  key: string;
  from: undefined;
  verdict: FloodVerdict;
}
