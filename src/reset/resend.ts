import { claim } from './load-challenge.js';
import { shutFor } from './eligibility.js';
import { note } from './refuse.js';
import { orderCode, resendAt, takeSend } from './sends.js';
import type { Reset } from './service.js';
import type { Workbench } from './deps.js';

/** The same code once more. Its life is not extended and no count begins anew. */
export function makeResend(bench: Workbench): Reset['resend'] {
  const { challenges, policy } = bench;

  return async (challengeId, from) => {
    const claimed = await claim(bench, challengeId, from);
    if (claimed.kind !== 'open') return claimed;
    const { challenge, member, mobile } = claimed;
    const shut = await shutFor(bench, member, from);
    if (shut) return shut;
    const at = resendAt(policy, challenge);
    if (at === null) return { kind: 'sends-used-up' };
    if (bench.now().getTime() < at) return { kind: 'resend-too-early', resendAt: at };

    const refused = await takeSend(bench, { memberId: member.id, chatKey: from.chatKey, mobile }, from);
    if (refused) return refused;
    const counted = await challenges.countSend(challengeId, challenge.sends, bench.now());
    if (!counted) throw new Error('a held challenge has changed');
    const sent = { ...challenge, sends: challenge.sends + 1, lastSentAt: bench.now() };
    await orderCode(bench, sent, sent.sends, mobile);
    await note(bench, 'code-sent-again', { from, memberId: member.id, detail: { challenge: challengeId } });
    const expiresAt = challenge.expiresAt.getTime();
    return { kind: 'code-sent-again', expiresAt, resendAt: resendAt(policy, sent) };
  };
}
