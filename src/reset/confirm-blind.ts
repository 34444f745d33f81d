import type { Asker } from '../chats/address.js';
import { codeOf, isCode } from './code.js';
import type { ResetDeps } from './deps.js';
import type { LoadedBlind } from './load-blind.js';
import type { ConfirmResult } from './outcomes.js';
import { noMember } from './purse.js';
import { redeemCode } from './redeem-code.js';
import { auditWithReference, writeAudit } from './refuse.js';
import { noCardShown } from './shown-card.js';

/**
 * Is it the code? Where none has gone out, and where the way back is locked, every code is wrong, after the same work and
 * in the same words.
 */
export async function confirmBlind(
  deps: ResetDeps,
  loaded: LoadedBlind,
  code: string,
  from: Asker,
): Promise<ConfirmResult> {
  const { challenges, access, policy, keyring } = deps;
  const { challenge, standing, member, sentTo } = loaded;
  const { purse } = standing;
  const { id: challengeId, keyId } = challenge;
  const memberId = guessedAt(loaded) ?? noMember;
  const needsCard = await noCardShown(deps, challenge, standing, from);
  if (needsCard) return needsCard;
  if (!(await challenges.countTry(challengeId, policy.wrongCodesPerChallenge, deps.now())))
    throw new Error('a held challenge has changed');
  const counted = await access.countWrongCode(memberId, purse, policy.wrongCodesInRow, deps.now());
  const expected = codeOf(keyring, { challengeId, keyId }, policy.codeDigits);
  const right = isCode(expected, code);
  if (right && counted && member && sentTo !== null)
    return redeemCode(deps, { kind: 'open', challenge, standing, member, mobile: sentTo }, from);
  return miss(deps, loaded, from);
}

/** Whose code may be guessed here; null: nobody's, as none has gone out. */
const guessedAt = ({ member, sentTo }: LoadedBlind): number | null =>
  sentTo === null ? null : (member?.id ?? null);

/** What a wrong code leads to besides is done behind the answer. */
async function miss(deps: ResetDeps, loaded: LoadedBlind, from: Asker): Promise<ConfirmResult> {
  const { access, policy, jobs } = deps;
  const { challenge, standing } = loaded;
  const { purse } = standing;
  const memberId = guessedAt(loaded);
  const until = new Date(deps.now().getTime() + policy.lockMs);
  const locked = await access.lockIfFull(memberId ?? noMember, purse, policy.wrongCodesInRow, until);
  const left = policy.wrongCodesPerChallenge - challenge.wrongCodes - 1;
  const last = left <= 0;
  const reference = deps.reference();
  const about = { from, memberId, detail: { challenge: challenge.id, purse } };
  await jobs.afterBlindMiss({ challengeId: challenge.id, reference, last, locked });
  if (!last) {
    await writeAudit(deps, 'code-wrong', about);
    return { kind: 'code-wrong', left };
  }
  await deps.challenges.end(challenge.id, 'locked');
  await auditWithReference(deps, 'code-wrong-last', about, reference);
  return { kind: 'code-wrong-last', reference };
}
