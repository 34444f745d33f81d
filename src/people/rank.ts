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

/**
 * Since when, for a wait that follows. What began while the clock was ahead would count in a year: it counts from when
 * that was first seen, for as long as it lies ahead. As soon as the clock is there it stands as it was written: a clock
 * that is set back for a moment lets nobody's wait be over.
 */
export async function sinceNow(
  now: Date,
  since: Date | null,
  seenAhead: Date | null,
  note: (now: Date) => Promise<void>,
): Promise<Date | null> {
  if (since === null || since <= now) return since;
  if (seenAhead !== null && seenAhead <= now) return seenAhead;
  await note(now);
  return now;
}
