import { codeSent } from './open.js';
import { writeAudit } from './refuse.js';
import type { ResetDeps } from './deps.js';
import type { CodeSent } from './outcomes.js';
import type { Asker } from '../chats/address.js';

/** The member leaves: whatever is open in this chat for this sender is over, and a code not yet sent stays here. */
export async function abandon(deps: ResetDeps, from: Asker): Promise<void> {
  const { challenges, members, jobs } = deps;
  for (const { id, memberId } of await challenges.openIn(from, deps.now())) {
    await members.lockForUpdate(memberId);
    if (!(await challenges.end(id, 'abandoned'))) continue;
    await jobs.withdraw(id);
    await writeAudit(deps, 'challenge-abandoned', { from, memberId, detail: { challenge: id } });
  }
}

/** The member comes back: what is open here, as they saw it last. */
export async function findOpenChallenge(deps: ResetDeps, from: Asker): Promise<CodeSent | null> {
  const { challenges, members, keyring } = deps;
  const [challenge] = await challenges.openIn(from, deps.now());
  const member = challenge && (await members.byId(challenge.memberId));
  if (!challenge || !member) return null;
  const mobile = keyring.decrypt('mobile', challenge.mobile);
  return codeSent(deps, challenge, member.insuredCode, mobile, member.mobile !== null);
}
