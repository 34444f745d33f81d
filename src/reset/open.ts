import type { Challenge } from '../../entities/challenge.js';
import type { Coverage } from '../../entities/coverage.js';
import type { Member } from '../../entities/member.js';
import { maskMobile } from '../identity/mobile.js';
import { numberOf, type FoundNumber } from './first-mobile.js';
import type { CodeSent, Opened } from './outcomes.js';
import { endOfCover, passage } from './eligibility.js';
import type { AccountAnswer, Asker } from './ports.js';
import { note, refuse } from './refuse.js';
import { orderCode, resendAt, takeSend } from './sends.js';
import type { Reset } from './service.js';
import type { Workbench } from './deps.js';

/** The portal has answered: is there anything to recover, may it be, and where does the code go? */
export function makeOpen(bench: Workbench): Reset['open'] {
  return async (ticket, account, from, offered) => {
    const member = await bench.members.hold(ticket.memberId);
    if (!member) return refuse(bench, 'no-match', { from });
    const way = await passage(bench, member, from);
    if (way.kind !== 'free') return way;
    return (
      (await portalSays(bench, account, member, from)) ??
      (await usedUp(bench, way.cover, member, from)) ??
      (await sendTo(bench, await numberOf(bench, member, from, offered), member, way.cover, from))
    );
  };
}

async function portalSays(bench: Workbench, account: AccountAnswer, { id }: Member, from: Asker) {
  const about = { from, memberId: id };
  if (account === 'away') return refuse(bench, 'portal-away', about);
  if (account === 'missing') return refuse(bench, 'account-missing', about);
  if (account === 'changed') return null;
  await note(bench, 'password-is-initial', about);
  return { kind: 'password-is-initial' as const };
}

async function usedUp(bench: Workbench, cover: Coverage, { id }: Member, from: Asker) {
  const { used, allowance } = await bench.tallies.read(cover.id);
  if (used < allowance) return null;
  return { ...(await refuse(bench, 'resets-used-up', { from, memberId: id })), until: endOfCover(cover) };
}

async function sendTo(
  bench: Workbench,
  number: FoundNumber | Opened,
  member: Member,
  cover: Coverage,
  from: Asker,
): Promise<Opened> {
  if (number.kind !== 'number') return number;
  const { mobile, known } = number;
  const refused = await takeSend(bench, { memberId: member.id, chatKey: from.chatKey, mobile }, from);
  if (refused) return refused;
  await abandonOlder(bench, member.id);
  const challenge = draft(bench, member.id, cover.id, number, from);
  await bench.challenges.insert(challenge);
  await orderCode(bench, challenge, 1, mobile);
  const detail = { mobile: maskMobile(mobile), source: number.source, challenge: challenge.id };
  await note(bench, 'code-sent', { from, memberId: member.id, detail });
  return codeSent(bench, challenge, member.insuredCode, mobile, known);
}

async function abandonOlder({ challenges, jobs }: Workbench, memberId: number): Promise<void> {
  const older = await challenges.openOf(memberId);
  if (older && (await challenges.end(older.id, 'abandoned'))) await jobs.cancel(older.id);
}

function draft(
  bench: Workbench,
  memberId: number,
  coverageId: number,
  number: FoundNumber,
  from: Asker,
): Challenge {
  const { keyring, policy } = bench;
  const now = bench.now();
  return {
    id: bench.id(),
    memberId,
    openMemberId: memberId,
    coverageId,
    chatKey: from.chatKey,
    senderId: from.senderId,
    mobile: keyring.seal('mobile', number.mobile),
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
  { policy }: Workbench,
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
