import { auditWithReference } from './refuse.js';
import { chatName } from '../chats/mark.js';
import { isHeard } from './bound-chats.js';
import type { ResetDeps } from './deps.js';
import { askForLock } from './lock-account.js';
import type { NotMeReported, NumberReported } from './outcomes.js';
import type { Asker } from '../chats/address.js';

/** "This number is no longer mine": nothing more is sent to it, and staff are asked to clear it. */
export async function reportNumber(
  deps: ResetDeps,
  challengeId: string,
  from: Asker,
): Promise<NumberReported | { kind: 'challenge-over' }> {
  const { challenges, members, requests, jobs } = deps;
  const challenge = await challenges.find(challengeId);
  const mine = challenge?.chatKey === from.chatKey && challenge.senderId === from.senderId;
  const own = mine && challenge.blindPair === null;
  const member = challenge && own ? await members.lockForUpdate(challenge.memberId) : null;
  const state = (await challenges.find(challengeId))?.state;
  if (!member || (state !== 'open' && state !== 'expired')) return { kind: 'challenge-over' };
  if (await challenges.end(challengeId, 'abandoned')) await jobs.withdraw(challengeId);
  const request = { kind: 'clear-mobile' as const, memberId: member.id, chatKey: from.chatKey };
  const reference = await requests.put(request);
  await auditWithReference(deps, 'number-reported', { from, memberId: member.id }, reference);
  return { kind: 'number-reported', reference };
}

/**
 * "This was not me": closes the way back until staff have looked. It is always in the trail, and staff are told of each
 * recovery that it is said of, whether or not there was anything left to close.
 */
export async function reportNotMe(deps: ResetDeps, resetId: string, from: Asker): Promise<NotMeReported> {
  const { ledger, members, access, alerts } = deps;
  const reset = await ledger.find(resetId);
  const member = reset && (await members.lockForUpdate(reset.memberId));
  if (!member) return { kind: 'chat-not-linked' };
  const heard = await isHeard(deps, member, from.chatKey);
  const first = await ledger.report(resetId, deps.now());
  const closed = heard && (await access.close(member.id, 'not-me'));
  if (heard) await endOpenChallenge(deps, member.id);
  const reference = deps.reference();
  const chat = chatName(deps.keyring, from.chatKey);
  const path = closed ? 'closed' : heard ? 'was-closed' : 'open';
  const about = { from, memberId: member.id, detail: { reset: resetId, path, again: !first, ...chat } };
  await auditWithReference(deps, 'not-me', about, reference);
  if (first || closed) {
    const facts = { reference, path, ...chat };
    await alerts.raise({ cause: 'not-me', about: member.insuredCode, facts });
    if (heard) await askForLock(deps, member, from, reference);
  }
  if (!heard) return { kind: 'not-me-unlinked', reference };
  return first || closed ? { kind: 'not-me-frozen', reference } : { kind: 'not-me-known' };
}

async function endOpenChallenge({ challenges, jobs }: ResetDeps, memberId: number): Promise<void> {
  const open = await challenges.openOf(memberId);
  if (open && (await challenges.end(open.id, 'abandoned'))) await jobs.withdraw(open.id);
}
