import { cast } from '../../playground/cast.js';
import type { PortalHouse } from '../../playground/portal-server/portal-server.js';

/** The insurer's portal, with everything that was asked of it. */
export interface PlayedPortal extends PortalHouse {
  /** How often a recovery was ordered, by its idempotency key, and for whom. */
  readonly ordered: ReadonlyMap<string, { insuredCode: string; times: number }>;
  /** Recoveries that it does not carry out, by the insured code, and of which it says nothing clear; `all`: of nobody. */
  readonly away: Set<string>;
  /** Carries one out and forgets to say so. */
  loseNextAnswer(): void;
}

/** Everybody's account is there and has a password of its own, but where the cast says otherwise. */
export function makePlayedPortal(): PlayedPortal {
  const ordered = new Map<string, { insuredCode: string; times: number }>();
  const away = new Set<string>();
  let lost = false;
  const isAway = (insuredCode: string): boolean => away.has(insuredCode) || away.has('all');
  return {
    ordered,
    away,
    loseNextAnswer: () => void (lost = true),
    account: async (insuredCode) => {
      if (away.has('all')) return 'away';
      return cast.find((member) => member.insuredCode === insuredCode)?.portal ?? 'changed';
    },
    reset: async (id, insuredCode) => {
      if (isAway(insuredCode)) return 'unknown';
      ordered.set(id, { insuredCode, times: (ordered.get(id)?.times ?? 0) + 1 });
      const silent = lost;
      lost = false;
      return silent ? 'unknown' : 'done';
    },
    outcome: async (id) => {
      if (away.has('all')) return 'unknown';
      return ordered.has(id) ? 'done' : 'never-arrived';
    },
  };
}
