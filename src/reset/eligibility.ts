import type { Coverage } from '../../entities/coverage.js';
import type { Member } from '../../entities/member.js';
import { addDays } from '../calendar/day.js';
import { startOfDay } from '../calendar/tehran.js';
import type { Refusal } from './outcomes.js';
import type { Asker } from '../chats/address.js';
import { lockOf, wrongCodeColumns, type Purse } from './purse.js';
import type { Standing } from './standing-store.js';
import { refuse } from './refuse.js';
import type { ResetDeps } from './deps.js';

/** May this member go on, who stands so towards the chat? The period of cover if so, else why not. The member must be held. */
export async function eligibility(
  deps: ResetDeps,
  member: Member,
  standing: Standing,
  from: Asker,
): Promise<{ kind: 'free'; cover: Coverage } | Refusal> {
  const shut = await closedAccess(deps, member, standing.purse, from);
  if (shut) return shut;
  const about = { from, memberId: member.id };
  const cover = member.leftAt === null ? standing.cover : null;
  if (!cover) return refuse(deps, 'cover-not-active', about);
  if (standing.unsettled) return refuse(deps, 'under-way', about);
  return { kind: 'free', cover };
}

/** Closed to everybody, or locked for this purse; null: neither. */
export async function closedAccess(
  deps: ResetDeps,
  member: Member,
  purse: Purse,
  from: Asker,
): Promise<Extract<Refusal, { kind: 'locked' | 'locked-until-staff' }> | null> {
  const lock = lockOf(await withinLockLength(deps, member, purse), purse, deps.now());
  const closedFor = member.closedFor ?? (lock.kind === 'second-lock' ? lock.kind : null);
  const about = { from, memberId: member.id };
  if (closedFor) return refuse(deps, 'locked-until-staff', { ...about, detail: { closedFor } });
  if (lock.kind !== 'locked') return null;
  return { ...(await refuse(deps, 'locked', about)), until: lock.until.getTime() };
}

/** A lock that would end later than one of now ends with it: the clock was ahead, or has been set back since. */
async function withinLockLength(deps: ResetDeps, member: Member, purse: Purse): Promise<Member> {
  const latest = new Date(deps.now().getTime() + deps.policy.lockMs);
  const { lockedUntil } = wrongCodeColumns[purse];
  if ((member[lockedUntil] ?? latest) <= latest) return member;
  if (!(await deps.access.shortenLock(member.id, purse, latest)))
    throw new Error('a held member has changed');
  return { ...member, [lockedUntil]: latest };
}

/** The last moment of a period of cover, in epoch milliseconds. */
export const endOfCover = ({ endsOn }: Pick<Coverage, 'endsOn'>): number =>
  startOfDay(addDays(endsOn, 1)).getTime() - 1;
