import type { StaffPerson, StaffRole } from '../../entities/staff-person.js';
import { hour } from '../durations.js';
import { isRanked } from './role.js';
import type { Rank } from './store.js';

/** Whoever stays of rank goes on counting; whoever loses it begins anew, and how long they had it is kept. */
export function rankAfter(before: StaffPerson | null, role: StaffRole | null, now: Date): Rank {
  const held = before?.state === 'active' && isRanked(before.role) ? before.rankedSince : null;
  const rankedHours = Math.max(before?.rankedHours ?? 0, held ? wholeHours(held, now) : 0);
  const rankSeenAhead = held && (before?.rankSeenAhead ?? null);
  if (role === null || !isRanked(role)) return { rankedSince: null, rankSeenAhead: null, rankedHours };
  return { rankedSince: held ?? now, rankSeenAhead, rankedHours };
}

const wholeHours = (since: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - since.getTime()) / hour));

/** Both have to be; an account without a moment counts from the rank on. */
export function laterOf(rankedSince: Date | null, addedAt: Date | null): Date | null {
  if (rankedSince === null || addedAt === null) return rankedSince;
  return addedAt > rankedSince ? addedAt : rankedSince;
}
