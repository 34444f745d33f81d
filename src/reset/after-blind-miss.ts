import type { ResetDeps } from './deps.js';
import { countGuess } from './guesses.js';
import type { BlindMissOrder } from './ports.js';
import { purseOf, wrongCodeColumns } from './purse.js';
import { noteLock, noticeOnceADay } from './wrong-code.js';

/** Behind a wrong code whose chat is told nothing of it: the member's notice, and what a lock of their way back leads to. */
export async function afterBlindMiss(
  deps: ResetDeps,
  { challengeId, last, locked }: BlindMissOrder,
): Promise<void> {
  const { challenges, members, policy } = deps;
  const challenge = await challenges.find(challengeId);
  const member = challenge && (await members.lockForUpdate(challenge.memberId));
  if (!challenge || !member || challenge.coverageId === 0) return;
  const { chatKey, senderId, memberId } = challenge;
  const from = { chatKey, senderId };
  if (challenge.cardShown === 0) await countGuess(deps);
  if (last) await noticeOnceADay(deps, { member, challenge }, from);
  if (!locked) return;
  const purse = await purseOf(deps, memberId, chatKey);
  const columns = wrongCodeColumns[purse];
  const until = member[columns.lockedUntil] ?? new Date(deps.now().getTime() + policy.lockMs);
  await noteLock(deps, { member, purse, locks: member[columns.locks], until }, from);
}
