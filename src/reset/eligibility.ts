import type { Coverage } from '../../entities/coverage.js';
import type { Member } from '../../entities/member.js';
import { addDays } from '../calendar/day.js';
import { startOfDay } from '../calendar/tehran.js';
import type { Refusal } from './outcomes.js';
import type { Asker } from '../chats/address.js';
import { refuse } from './refuse.js';
import type { ResetDeps } from './deps.js';

/** May this member go on? The period of cover if so, else why not. The member must be held. */
export async function eligibility(
  deps: ResetDeps,
  member: Member,
  from: Asker,
): Promise<{ kind: 'free'; cover: Coverage } | Refusal> {
  const shut = await closedAccess(deps, member, from);
  if (shut) return shut;
  const about = { from, memberId: member.id };
  const cover = member.leftAt === null ? await deps.members.coverAt(member.id, deps.now()) : null;
  if (!cover) return refuse(deps, 'cover-not-active', about);
  if (await deps.ledger.unsettled(member.id)) return refuse(deps, 'under-way', about);
  return { kind: 'free', cover };
}

/** Locked for a while, or closed until staff open it; null: neither. */
export async function closedAccess(
  deps: ResetDeps,
  { id, closedFor, lockedUntil }: Member,
  from: Asker,
): Promise<Extract<Refusal, { kind: 'locked' | 'locked-until-staff' }> | null> {
  if (closedFor) return refuse(deps, 'locked-until-staff', { from, memberId: id, detail: { closedFor } });
  if (!lockedUntil || lockedUntil <= deps.now()) return null;
  return { ...(await refuse(deps, 'locked', { from, memberId: id })), until: lockedUntil.getTime() };
}

/** The last moment of a period of cover, in epoch milliseconds. */
export const endOfCover = ({ endsOn }: Coverage): number => startOfDay(addDays(endsOn, 1)).getTime() - 1;
