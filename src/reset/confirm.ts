import { codeOf, isCode } from './code.js';
import { confirmBlind } from './confirm-blind.js';
import { loadChallenge, type LoadedChallenge } from './load-challenge.js';
import { redeemCode } from './redeem-code.js';
import { closedAccess } from './eligibility.js';
import { noCardShown } from './shown-card.js';
import type { ResetDeps } from './deps.js';
import { wrongCode } from './wrong-code.js';
import type { Asker } from '../chats/address.js';
import type { ConfirmResult } from './outcomes.js';

/** A challenge that is open, with its member held. */
export type OpenChallenge = Extract<LoadedChallenge, { kind: 'open' }>;

/** Is it the code? The try is counted before anything is compared. */
export async function confirm(
  deps: ResetDeps,
  challengeId: string,
  code: string,
  from: Asker,
): Promise<ConfirmResult> {
  const { challenges, access, policy, keyring } = deps;
  const loaded = await loadChallenge(deps, challengeId, from);
  if (loaded.kind === 'blind') return confirmBlind(deps, loaded, code, from);
  if (loaded.kind !== 'open') return loaded;
  const { member, challenge, standing } = loaded;
  const { purse } = standing;
  const shut = await closedAccess(deps, member, purse, from);
  if (shut) return shut;
  const needsCard = await noCardShown(deps, challenge, standing, from);
  if (needsCard) return needsCard;
  const counted =
    (await challenges.countTry(challengeId, policy.wrongCodesPerChallenge, deps.now())) &&
    (await access.countWrongCode(member.id, purse, policy.wrongCodesInRow, deps.now()));
  if (!counted) throw new Error('a held challenge has changed');

  const expected = codeOf(keyring, { challengeId, keyId: challenge.keyId }, policy.codeDigits);
  return isCode(expected, code) ? redeemCode(deps, loaded, from) : wrongCode(deps, loaded, from);
}
