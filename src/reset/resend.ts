import { loadChallenge } from './load-challenge.js';
import { resendBlind } from './resend-blind.js';
import { coolingOff } from './cooling-off.js';
import { closedAccess } from './eligibility.js';
import { writeAudit } from './refuse.js';
import { noCardShown } from './shown-card.js';
import { enqueueCode, resendAt, takeSend } from './sends.js';
import type { ResetDeps } from './deps.js';
import type { ResendResult } from './outcomes.js';
import type { Asker } from '../chats/address.js';

/** The same code once more. Its life is not extended and no count begins anew. */
export async function resend(deps: ResetDeps, challengeId: string, from: Asker): Promise<ResendResult> {
  const { challenges, policy } = deps;
  const loaded = await loadChallenge(deps, challengeId, from);
  if (loaded.kind === 'blind') return resendBlind(deps, loaded, from);
  if (loaded.kind !== 'open') return loaded;
  const { challenge, member, standing, mobile } = loaded;
  const { purse, hasHistory } = standing;
  const shut = (await closedAccess(deps, member, purse, from)) ?? (await coolingOff(deps, member, from));
  if (shut) return shut;
  const needsCard = await noCardShown(deps, challenge, standing, from);
  if (needsCard) return needsCard;
  const at = resendAt(policy, challenge);
  if (at === null) return { kind: 'sends-used-up' };
  if (deps.now().getTime() < at) return { kind: 'resend-too-early', resendAt: at };

  const offered = member.mobile === null;
  const send = { memberId: member.id, chatKey: from.chatKey, mobile, offered, purse, newcomer: !hasHistory };
  const taken = await takeSend(deps, send);
  if (taken.kind === 'send-too-soon') return { kind: 'resend-too-early', resendAt: taken.until };
  if (taken.kind !== 'taken') return taken;
  const counted = await challenges.countSend(challengeId, challenge.sends, deps.now());
  if (!counted) throw new Error('a held challenge has changed');
  const sent = { ...challenge, sends: challenge.sends + 1, lastSentAt: deps.now() };
  await enqueueCode(deps, sent, sent.sends, mobile);
  await writeAudit(deps, 'code-sent-again', {
    from,
    memberId: member.id,
    detail: { challenge: challengeId },
  });
  const expiresAt = challenge.expiresAt.getTime();
  const next = resendAt(policy, sent);
  return { kind: 'code-sent-again', expiresAt, resendAt: next && Math.max(next, taken.nextAt) };
}
