import type { Member } from '../../entities/member.js';
import type { ResetDeps } from './deps.js';
import { countSends } from './sends.js';
import { makeWrongPairs } from './wrong-pairs.js';

/** What of each limit about a member is used, and how much there is of it; only to be shown. */
export interface LimitsUsed {
  /** SMS of the last day, by member or by number, whichever is more. */
  sends: number;
  mostSends: number;
  /** Wrong codes in a row. */
  codes: number;
  mostCodes: number;
  /** Wrong pairs of the last day, about code or ID, whichever is more. */
  pairs: number;
  mostPairs: number;
}

export async function limitsUsed(deps: ResetDeps, member: Member): Promise<LimitsUsed> {
  const { keyring, members, policy } = deps;
  const nationalId = keyring.decrypt('national-id', member.nationalId);
  return {
    ...(await countSends(deps, member.id, members.mobileOf(member))),
    codes: Math.max(member.wrongCodesInRow, member.boundWrongCodesInRow),
    mostCodes: policy.wrongCodesInRow,
    pairs: await makeWrongPairs(deps).used({ insuredCode: member.insuredCode, nationalId }),
    mostPairs: policy.wrongPairsPerIdentifierAndDay,
  };
}
