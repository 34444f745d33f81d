import { auditWithReference } from './refuse.js';
import type { ResetDeps } from './deps.js';
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
  const own = challenge?.chatKey === from.chatKey && challenge.senderId === from.senderId;
  const member = challenge && own ? await members.lockForUpdate(challenge.memberId) : null;
  const state = (await challenges.find(challengeId))?.state;
  if (!member || (state !== 'open' && state !== 'expired')) return { kind: 'challenge-over' };
  if (await challenges.end(challengeId, 'abandoned')) await jobs.withdraw(challengeId);
  const request = { kind: 'clear-mobile' as const, memberId: member.id, chatKey: from.chatKey };
  const reference = await requests.put(request);
  await auditWithReference(deps, 'number-reported', { from, memberId: member.id }, reference);
  return { kind: 'number-reported', reference };
}

/** "This was not me": closes the way back until staff have looked. Only a chat known to be the member's is heard. */
export async function reportNotMe(deps: ResetDeps, resetId: string, from: Asker): Promise<NotMeReported> {
  const { ledger, members, access, challenges, jobs, alerts } = deps;
  const reset = await ledger.find(resetId);
  const member = reset && (await members.lockForUpdate(reset.memberId));
  if (!member || !(await access.isBound(member.id, from.chatKey))) return { kind: 'not-me-known' };
  if (!(await access.close(member.id, 'not-me'))) return { kind: 'not-me-known' };
  const open = await challenges.openOf(member.id);
  if (open && (await challenges.end(open.id, 'abandoned'))) await jobs.withdraw(open.id);
  const reference = deps.reference();
  await auditWithReference(
    deps,
    'not-me',
    { from, memberId: member.id, detail: { reset: resetId } },
    reference,
  );
  await alerts.raise({ cause: 'not-me', about: member.insuredCode, facts: { reference } });
  return { kind: 'not-me-frozen', reference };
}
