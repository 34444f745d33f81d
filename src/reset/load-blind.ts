import type { Challenge } from '../../entities/challenge.js';
import type { Member } from '../../entities/member.js';
import type { Asker } from '../chats/address.js';
import type { ResetDeps } from './deps.js';
import { isExpired } from './life.js';
import { lockWithStanding } from './purse.js';
import type { Standing } from './standing-store.js';
import { writeAudit } from './refuse.js';

/** A challenge whose chat is not told whether its pair was right. */
export interface LoadedBlind {
  kind: 'blind';
  challenge: Challenge;
  standing: Standing;
  /** Null: the pair was wrong. */
  member: Member | null;
  /** Where its code has gone, in clear; null: nowhere, or to a number that is on record no longer. */
  sentTo: string | null;
}

/** Holds the member, or nobody, and looks at the challenge once more: the same work whatever there is to be found. */
export async function loadBlind(
  deps: ResetDeps,
  seen: Challenge,
  from: Asker,
): Promise<LoadedBlind | { kind: 'code-expired' } | { kind: 'challenge-over' }> {
  const { challenges, keyring } = deps;
  const { member, standing } = await lockWithStanding(deps, seen, from);
  const challenge = await challenges.find(seen.id);
  const about = { from, memberId: member?.id ?? null, detail: { challenge: seen.id } };
  if (challenge && isExpired(challenge, deps.now())) {
    await challenges.end(seen.id, 'expired');
    await writeAudit(deps, 'code-expired', about);
    return { kind: 'code-expired' };
  }
  if (challenge?.state !== 'open') {
    await writeAudit(deps, 'challenge-over', about);
    return { kind: 'challenge-over' };
  }
  const mobile = keyring.decrypt('mobile', challenge.mobile);
  const onRecord = keyring.decrypt('mobile', member?.mobile ?? challenge.mobile);
  const sent = challenge.openMemberId !== null && member?.mobile != null && onRecord === mobile;
  return { kind: 'blind', challenge, standing, member, sentTo: sent ? mobile : null };
}
