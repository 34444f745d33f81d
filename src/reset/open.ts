import type { Challenge } from '../../entities/challenge.js';
import type { Coverage } from '../../entities/coverage.js';
import type { Member } from '../../entities/member.js';
import { maskMobile } from '../identity/mobile.js';
import { numberOf, type FoundNumber } from './first-mobile.js';
import type { CodeSent, OpenResult, Ticket } from './outcomes.js';
import { endOfCover, eligibility } from './eligibility.js';
import type { AccountAnswer, OfferedMobile } from './ports.js';
import type { Asker } from '../chats/address.js';
import { coolingOff } from './cooling-off.js';
import { writeAudit, refuse } from './refuse.js';
import { enqueueCode, resendAt, takeSend } from './sends.js';
import type { ResetDeps } from './deps.js';

/** The portal has answered: is there anything to recover, may it be, and where does the code go? */
export async function open(
  deps: ResetDeps,
  ticket: Ticket,
  account: AccountAnswer,
  from: Asker,
  offered?: OfferedMobile,
): Promise<OpenResult> {
  const member = await deps.members.lockForUpdate(ticket.memberId);
  if (!member) return refuse(deps, 'no-match', { from });
  const way = await eligibility(deps, member, from);
  if (way.kind !== 'free') return way;
  return (
    (await portalSays(deps, account, member, from)) ??
    (await usedUp(deps, way.cover, member, from)) ??
    (await coolingOff(deps, member, from)) ??
    (await sendTo(deps, await numberOf(deps, member, from, offered), member, way.cover, from))
  );
}

async function portalSays(deps: ResetDeps, account: AccountAnswer, { id }: Member, from: Asker) {
  const about = { from, memberId: id };
  if (account === 'away') return refuse(deps, 'portal-away', about);
  if (account === 'missing') return refuse(deps, 'account-missing', about);
  if (account === 'changed') return null;
  await writeAudit(deps, 'password-is-initial', about);
  return { kind: 'password-is-initial' as const };
}

async function usedUp(deps: ResetDeps, cover: Coverage, { id }: Member, from: Asker) {
  const { used, allowance } = await deps.quotas.read(cover.id);
  if (used < allowance) return null;
  return { ...(await refuse(deps, 'resets-used-up', { from, memberId: id })), until: endOfCover(cover) };
}

async function sendTo(
  deps: ResetDeps,
  number: FoundNumber | OpenResult,
  member: Member,
  cover: Coverage,
  from: Asker,
): Promise<OpenResult> {
  if (number.kind !== 'number') return number;
  const { mobile, known } = number;
  const refused = await takeSend(deps, { memberId: member.id, chatKey: from.chatKey, mobile }, from);
  if (refused) return refused;
  await abandonOlder(deps, member.id);
  const challenge = draft(deps, member.id, cover.id, number, from);
  await deps.challenges.insert(challenge);
  await enqueueCode(deps, challenge, 1, mobile);
  const detail = { mobile: maskMobile(mobile), source: number.source, challenge: challenge.id };
  await writeAudit(deps, 'code-sent', { from, memberId: member.id, detail });
  return codeSent(deps, challenge, member.insuredCode, mobile, known);
}

async function abandonOlder({ challenges, jobs }: ResetDeps, memberId: number): Promise<void> {
  const older = await challenges.openOf(memberId);
  if (older && (await challenges.end(older.id, 'abandoned'))) await jobs.withdraw(older.id);
}

function draft(
  deps: ResetDeps,
  memberId: number,
  coverageId: number,
  number: FoundNumber,
  from: Asker,
): Challenge {
  const { keyring, policy } = deps;
  const now = deps.now();
  return {
    id: deps.id(),
    memberId,
    openMemberId: memberId,
    coverageId,
    chatKey: from.chatKey,
    senderId: from.senderId,
    mobile: keyring.encrypt('mobile', number.mobile),
    mobileIndex: keyring.index('mobile', number.mobile),
    mobileSource: number.source,
    keyId: keyring.current,
    state: 'open',
    wrongCodes: 0,
    sends: 1,
    lastSentAt: now,
    createdAt: now,
    expiresAt: new Date(now.getTime() + policy.codeLifeMs),
  };
}

/** What the member sees of a challenge whose code is on its way. */
export function codeSent(
  { policy }: ResetDeps,
  challenge: Challenge,
  insuredCode: string,
  mobile: string,
  known: boolean,
): CodeSent {
  return {
    kind: 'code-sent',
    challengeId: challenge.id,
    insuredCode,
    mobile: maskMobile(mobile),
    known,
    expiresAt: challenge.expiresAt.getTime(),
    resendAt: resendAt(policy, challenge),
  };
}
