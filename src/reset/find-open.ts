import { shown } from './blind.js';
import { codeSent } from './open.js';
import type { ResetDeps } from './deps.js';
import type { SentCode } from './outcomes.js';
import type { Asker } from '../chats/address.js';

/** The member comes back: what is open here, as they saw it last. */
export async function findOpenChallenge(deps: ResetDeps, from: Asker): Promise<SentCode | null> {
  const { challenges, members, keyring } = deps;
  const [challenge] = await challenges.openIn(from, deps.now());
  if (challenge && challenge.blindPair !== null) return shown(deps, challenge);
  const member = challenge && (await members.byId(challenge.memberId));
  if (!challenge || !member) return null;
  const mobile = keyring.decrypt('mobile', challenge.mobile);
  const { insuredCode } = member;
  return codeSent(deps, challenge, { insuredCode, mobile, known: member.mobile !== null }, true);
}
