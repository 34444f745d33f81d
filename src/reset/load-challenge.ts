import type { Challenge } from '../../entities/challenge.js';
import type { Member } from '../../entities/member.js';
import type { Asker } from '../chats/address.js';
import { loadBlind, type LoadedBlind } from './load-blind.js';
import { lockWithStanding } from './purse.js';
import type { Standing } from './standing-store.js';
import { writeAudit } from './refuse.js';
import { isExpired } from './life.js';
import type { ResetDeps } from './deps.js';

/** What becomes of somebody who speaks of a challenge. `mobile`: where its code went, in clear. */
export type LoadedChallenge =
  | { kind: 'open'; challenge: Challenge; member: Member; standing: Standing; mobile: string }
  | LoadedBlind
  | { kind: 'code-expired' }
  | { kind: 'challenge-over' };

/** Holds the member, then looks at the challenge: is it open, alive, and this chat's and sender's own? */
export async function loadChallenge(
  deps: ResetDeps,
  challengeId: string,
  from: Asker,
): Promise<LoadedChallenge> {
  const { challenges, members } = deps;
  const seen = await challenges.find(challengeId);
  if (!seen) return { kind: 'challenge-over' };
  const about = { from, memberId: seen.memberId || null, detail: { challenge: challengeId } };
  if (seen.chatKey !== from.chatKey || seen.senderId !== from.senderId) {
    await writeAudit(deps, 'code-from-elsewhere', about);
    return { kind: 'challenge-over' };
  }
  if (seen.blindPair !== null) return loadBlind(deps, seen, from);
  const { member, standing } = await lockWithStanding(deps, seen, from);
  const { challenge: open } = standing;
  const challenge = open?.id === challengeId ? open : await challenges.find(challengeId);
  const ended = async (reason: 'code-expired' | 'challenge-over' | 'number-changed') => {
    await writeAudit(deps, reason, about);
    return { kind: reason === 'code-expired' ? reason : ('challenge-over' as const) };
  };
  if (!member || !challenge) return ended('challenge-over');
  if (isExpired(challenge, deps.now())) {
    await challenges.end(challengeId, 'expired');
    return ended('code-expired');
  }
  if (challenge.state !== 'open') return ended('challenge-over');
  const mobile = deps.keyring.decrypt('mobile', challenge.mobile);
  const onRecord = members.mobileOf(member);
  // The code went to a number that is the member's no longer.
  if (onRecord !== null && onRecord !== mobile) {
    await challenges.end(challengeId, 'abandoned');
    return ended('number-changed');
  }
  return { kind: 'open', challenge, member, standing, mobile };
}
