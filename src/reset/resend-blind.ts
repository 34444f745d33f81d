import type { Asker } from '../chats/address.js';
import type { ResetDeps } from './deps.js';
import type { LoadedBlind } from './load-blind.js';
import type { ResendResult } from './outcomes.js';
import { auditWithReference } from './refuse.js';
import { noCardShown } from './shown-card.js';
import { ofChat } from './send-limits.js';
import { resendAt } from './sends.js';

/** The code once more, if there is one; or for the first time, where something was in the way of it before. */
export async function resendBlind(
  deps: ResetDeps,
  { challenge, member, standing }: LoadedBlind,
  from: Asker,
): Promise<ResendResult> {
  const { challenges, policy } = deps;
  const needsCard = await noCardShown(deps, challenge, standing, from);
  if (needsCard) return needsCard;
  const at = resendAt(policy, challenge);
  if (at === null) return { kind: 'sends-used-up' };
  if (deps.now().getTime() < at) return { kind: 'resend-too-early', resendAt: at };
  const mayAsk = await deps.limits.take(ofChat(deps, from.chatKey).limit);
  if (!(await challenges.countSend(challenge.id, challenge.sends, deps.now())))
    throw new Error('a held challenge has changed');
  const sent = { ...challenge, sends: challenge.sends + 1, lastSentAt: deps.now() };
  const reference = deps.reference();
  const detail = { challenge: challenge.id, right: member !== null, again: true };
  const about = { from, memberId: member?.id ?? null, detail };
  await auditWithReference(deps, 'code-perhaps-sent', about, reference);
  await deps.jobs.sendBlind({
    ...{ challengeId: challenge.id, send: sent.sends, reference },
    insuredCode: mayAsk.ok ? (member?.insuredCode ?? null) : null,
  });
  return { kind: 'code-perhaps-sent-again', resendAt: resendAt(policy, sent) };
}
