import type { Clock } from '../clock.js';

/** How soon to look for what is due in the rows, or has room now: one look for all that comes about meanwhile. */
const soonMs = 50;
/** What becomes due within so long of each other is found by one look. */
const togetherMs = 200;

/** When to look before it is time anyway; many reasons make few looks. */
export interface LookTimes {
  soon(): void;
  /** When this has become due, or a little later. */
  when(dueAt: Date): void;
  stop(): void;
}

export function makeLookTimes(clock: Clock, look: () => void): LookTimes {
  let next: NodeJS.Timeout | undefined;
  /** Slots of time at whose end there will be a look. */
  const awaited = new Set<number>();

  const soon = (): void => {
    next ??= setTimeout(() => {
      next = undefined;
      look();
    }, soonMs);
  };
  return {
    soon,
    when(dueAt) {
      const slot = Math.ceil(dueAt.getTime() / togetherMs);
      const ms = slot * togetherMs - clock.now().getTime();
      if (ms <= 0) return soon();
      if (awaited.has(slot)) return;
      awaited.add(slot);
      setTimeout(() => {
        awaited.delete(slot);
        soon();
      }, ms).unref();
    },
    stop() {
      clearTimeout(next);
      next = undefined;
    },
  };
}
