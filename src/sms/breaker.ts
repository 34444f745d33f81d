import type { Clock } from '../clock.js';

export interface BreakerSettings {
  /** Faults in a row that open it. */
  faults: number;
  /** How long it then stays open before one call may try. */
  restMs: number;
}

export type BreakerState = 'closed' | 'open' | 'half-open';

export type Went = 'well' | 'wrong' | 'neither';

/** Spares a vendor in trouble, and the members who would wait for it. Per process: each learns for itself. */
export interface Breaker {
  state(): BreakerState;
  /** May a call go through now? In the half-open state only one may, until it has reported. */
  admit(): boolean;
  /** `neither`: it says nothing of the vendor. */
  report(went: Went): void;
}

export function makeBreaker({ faults, restMs }: BreakerSettings, clock: Clock): Breaker {
  let inARow = 0;
  let openedAt: number | null = null;
  let trying = false;
  const now = (): number => clock.now().getTime();
  const state = (): BreakerState => {
    if (openedAt === null) return 'closed';
    return now() - openedAt < restMs ? 'open' : 'half-open';
  };
  return {
    state,
    admit: () => {
      const found = state();
      if (found === 'open' || (found === 'half-open' && trying)) return false;
      trying = found === 'half-open';
      return true;
    },
    report: (went) => {
      trying = false;
      if (went === 'neither') return;
      inARow = went === 'well' ? 0 : inARow + 1;
      openedAt = inARow >= faults ? now() : null;
    },
  };
}
