import type { Member } from '../../entities/member.js';
import type { ResetDeps } from './deps.js';
import { wrongCodeColumns, type Purse } from './purse.js';
import { countSends } from './sends.js';
import { makeWrongPairs } from './wrong-pairs.js';

/** What of each limit about a member one purse has used. */
export interface PurseUsed {
  /** SMS of the last day, by member or by number, whichever is more. */
  sends: number;
  /** Wrong codes in a row. */
  codes: number;
  /** Wrong pairs of the last day, about code or ID, whichever is more. */
  pairs: number;
}

/** What of each limit about a member is used, by purse, and how much there is of it in each; only to be shown. */
export type LimitsUsed = Record<Purse, PurseUsed> & Record<'mostSends' | 'mostCodes' | 'mostPairs', number>;

export async function limitsUsed(deps: ResetDeps, member: Member): Promise<LimitsUsed> {
  const { keyring, members, policy } = deps;
  const pair = {
    insuredCode: member.insuredCode,
    nationalId: keyring.decrypt('national-id', member.nationalId),
  };
  const pairs = makeWrongPairs(deps);
  const of = async (purse: Purse): Promise<PurseUsed> => ({
    sends: await countSends(deps, member.id, members.mobileOf(member), purse),
    codes: member[wrongCodeColumns[purse].inRow],
    pairs: await pairs.used(pair, purse),
  });
  return {
    bound: await of('bound'),
    others: await of('others'),
    mostSends: Math.min(policy.sendsPerMemberAndDay, policy.sendsPerMobileAndDay),
    mostCodes: policy.wrongCodesInRow,
    mostPairs: policy.wrongPairsPerIdentifierAndDay,
  };
}
