import type { Coverage } from '../../entities/coverage.js';
import type { Member } from '../../entities/member.js';
import { addDays } from '../calendar/day.js';
import { startOfDay } from '../calendar/tehran.js';
import type { Refused } from './outcomes.js';
import type { Asker } from './ports.js';
import { refuse } from './refuse.js';
import type { Workbench } from './deps.js';

/** May this member go on? The period of cover if so, else why not. The member must be held. */
export async function passage(
  bench: Workbench,
  member: Member,
  from: Asker,
): Promise<{ kind: 'free'; cover: Coverage } | Refused> {
  const shut = await shutFor(bench, member, from);
  if (shut) return shut;
  const about = { from, memberId: member.id };
  const cover = await bench.members.coverAt(member.id, bench.now());
  if (!cover) return refuse(bench, 'cover-not-active', about);
  if (await bench.ledger.unsettled(member.id)) return refuse(bench, 'under-way', about);
  return { kind: 'free', cover };
}

/** Locked for a while, or closed until staff open it; null: neither. */
export async function shutFor(
  bench: Workbench,
  { id, closedFor, lockedUntil }: Member,
  from: Asker,
): Promise<Extract<Refused, { kind: 'locked' | 'locked-until-staff' }> | null> {
  if (closedFor) return refuse(bench, 'locked-until-staff', { from, memberId: id, detail: { closedFor } });
  if (!lockedUntil || lockedUntil <= bench.now()) return null;
  return { ...(await refuse(bench, 'locked', { from, memberId: id })), until: lockedUntil.getTime() };
}

/** The last moment of a period of cover, in epoch milliseconds. */
export const endOfCover = ({ endsOn }: Coverage): number => startOfDay(addDays(endsOn, 1)).getTime() - 1;
