import { maskMobile } from '../identity/mobile.js';
import { bindChat } from './bound-chats.js';
import type { OpenChallenge } from './confirm.js';
import { countRightCode } from './guesses.js';
import type { ConfirmResult } from './outcomes.js';
import { endOfCover } from './eligibility.js';
import type { Asker } from '../chats/address.js';
import { writeAudit, auditWithReference, refuse } from './refuse.js';
import type { ResetDeps } from './deps.js';
import { makeWrongPairs } from './wrong-pairs.js';

/** The code was right: spends the challenge, takes one recovery and leaves the rest to the outbox. */
export async function redeemCode(
  deps: ResetDeps,
  loaded: OpenChallenge,
  from: Asker,
): Promise<ConfirmResult> {
  const { challenge, member, mobile, standing } = loaded;
  const { purse } = standing;
  const { challenges, quotas, access } = deps;
  if (!(await challenges.spend(challenge.id))) throw new Error('a held challenge has changed');
  await access.forgive(member.id, purse);
  if (purse === 'others') await countRightCode(deps, challenge.cardShown === 0 ? challenge.wrongCodes : 0);
  await makeWrongPairs(deps).forgetChat(from);
  if (!(await quotas.take(challenge.coverageId, member.id))) return usedUp(deps, loaded, from);
  const reference = await reserve(deps, loaded, from);
  await registerFirstMobile(deps, loaded, from);
  await bindChat(deps, member, mobile, from);
  await auditWithReference(deps, 'code-right', { from, memberId: member.id }, reference);
  return { kind: 'code-right' };
}

async function usedUp(
  deps: ResetDeps,
  { challenge, member }: OpenChallenge,
  from: Asker,
): Promise<ConfirmResult> {
  const { endsOn } = await deps.quotas.read(challenge.coverageId);
  const until = endsOn === null ? deps.now().getTime() : endOfCover({ endsOn });
  return { ...(await refuse(deps, 'resets-used-up', { from, memberId: member.id })), until };
}

async function reserve(deps: ResetDeps, { challenge, member }: OpenChallenge, from: Asker): Promise<string> {
  const { insuredCode, id: memberId } = member;
  const { coverageId, id: challengeId } = challenge;
  const [id, reference] = [deps.id(), deps.reference()];
  const whose = { memberId, coverageId, challengeId, insuredCode, chatKey: from.chatKey };
  await deps.ledger.reserve({ id, ...whose, reference, reservedAt: deps.now() });
  await deps.jobs.resetPassword({ resetId: id, insuredCode });
  return reference;
}

/** A number that was only offered becomes the member's own by the right code. */
async function registerFirstMobile(
  deps: ResetDeps,
  { challenge, member, mobile, standing }: OpenChallenge,
  from: Asker,
) {
  const source = challenge.mobileSource;
  if (member.mobile !== null || !(await deps.members.registerMobile(member, mobile, source))) return;
  if (standing.firstMobileRequested) await deps.requests.withdraw(member.id, 'first-mobile');
  const detail = { mobile: maskMobile(mobile), source };
  await writeAudit(deps, 'mobile-registered', { from, memberId: member.id, detail });
}
