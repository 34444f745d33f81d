import type { Member } from '../../entities/member.js';
import type { Asker } from '../chats/address.js';
import type { ResetDeps } from './deps.js';
import { isAlarmed } from './guesses.js';
import type { Refusal } from './outcomes.js';
import type { OfferedMobile } from './ports.js';
import type { Standing } from './standing-store.js';
import { refuse } from './refuse.js';

type Stands = Pick<Standing, 'purse' | 'breakerRuns'>;
type CardAnswer = { kind: 'card-needed' } | Extract<Refusal, { kind: 'card-differs' }>;

/**
 * While somebody is guessing codes: has this chat's own contact card shown the number on record? A first number must come
 * by that card. Null: it has, or nobody is guessing.
 */
export async function cardAnswer(
  deps: ResetDeps,
  member: Member,
  standing: Stands,
  from: Asker,
  offered?: OfferedMobile,
): Promise<CardAnswer | null> {
  if (standing.purse === 'bound' || !(await isAlarmed(deps, standing))) return null;
  if (offered?.source !== 'contact') return { kind: 'card-needed' };
  const onRecord = deps.members.mobileOf(member);
  if (onRecord === null || onRecord === offered.number) return null;
  return refuse(deps, 'card-differs', { from, memberId: member.id });
}

/** The same of a code that was sent before: it is taken, and sent again, only where the card was shown. Null: it may go on. */
export async function noCardShown(
  deps: ResetDeps,
  challenge: { id: string; memberId: number; cardShown: 0 | 1 },
  standing: Stands,
  from: Asker,
): Promise<Extract<Refusal, { kind: 'codes-need-card' }> | null> {
  const alarmed = await isAlarmed(deps, standing);
  if (standing.purse === 'bound' || challenge.cardShown === 1 || !alarmed) return null;
  await deps.challenges.end(challenge.id, 'expired');
  return refuse(deps, 'codes-need-card', { from, memberId: challenge.memberId || null });
}
