import { codeOf, isCode } from './code.js';
import { claim, type Claim } from './load-challenge.js';
import { carryOut } from './redeem-code.js';
import { shutFor } from './eligibility.js';
import type { Reset } from './service.js';
import type { Workbench } from './deps.js';
import { wrongCode } from './wrong-code.js';

/** A challenge that is open, with its member held. */
export type OpenClaim = Extract<Claim, { kind: 'open' }>;

/** Is it the code? The try is counted before anything is compared. */
export function makeConfirm(bench: Workbench): Reset['confirm'] {
  const { challenges, path, policy, keyring } = bench;

  return async (challengeId, code, from) => {
    const claimed = await claim(bench, challengeId, from);
    if (claimed.kind !== 'open') return claimed;
    const { member, challenge } = claimed;
    const shut = await shutFor(bench, member, from);
    if (shut) return shut;
    const counted =
      (await challenges.countTry(challengeId, policy.wrongCodesPerChallenge, bench.now())) &&
      (await path.countWrongCode(member.id, policy.wrongCodesInRow, bench.now()));
    if (!counted) throw new Error('a held challenge has changed');

    const expected = codeOf(keyring, { challengeId, keyId: challenge.keyId }, policy.codeDigits);
    return isCode(expected, code) ? carryOut(bench, claimed, from) : wrongCode(bench, claimed, from);
  };
}
