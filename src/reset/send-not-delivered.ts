import type { Challenge } from '../../entities/challenge.js';
import type { Member } from '../../entities/member.js';
import { maskMobile } from '../identity/mobile.js';
import { isWithinLife } from './life.js';
import { lockOf, purseOf } from './purse.js';
import { enqueueCode, resendAt, takeSend } from './sends.js';
import type { Undelivered } from './service.js';
import type { ResetDeps } from './deps.js';
import { minute, day } from '../durations.js';

/**
 * A code has not reached its phone. While its request is open, the same code goes out once more by another provider if it
 * may, once a request, counted as any send; otherwise the member hears what to do. A code not typed is no reason for either.
 */
export async function sendNotDelivered(deps: ResetDeps, undelivered: Undelivered): Promise<void> {
  const { challenges, members, keyring, chats, audit } = deps;
  const { challengeId, delivery, through } = undelivered;
  const seen = await challenges.find(challengeId);
  const member = seen && (await members.lockForUpdate(seen.memberId));
  const challenge = await challenges.find(challengeId);
  if (!member || !challenge) return;
  const reference = deps.reference();
  const about = { actor: 'system', memberId: member.id };
  const detail = { challenge: challengeId, provider: through, delivery };
  await audit.write({ reason: 'sms-undelivered', ...about, reference, detail });
  // Whoever is not told whether a code was sent is not told either that it did not arrive.
  if (challenge.blindPair !== null) return;
  if (!undelivered.last || challenge.state !== 'open' || !isWithinLife(challenge, deps.now())) return;

  const number = keyring.decrypt('mobile', challenge.mobile);
  const mobile = maskMobile(number);
  const { chatKey, sends } = challenge;
  if (await sendAnotherWay(deps, undelivered, { challenge, member, number })) {
    await audit.write({ reason: 'code-sent-another-way', ...about, detail });
    await chats.tell(chatKey, { kind: 'sms-another-way', mobile }, `another-way:${challengeId}`);
    return;
  }
  const told = { kind: 'sms-undelivered', challengeId, mobile, delivery, reference } as const;
  await chats.tell(chatKey, told, `undelivered:${challengeId}:${sends}`);
}

interface Held {
  challenge: Challenge;
  member: Member;
  /** Where the code went, in clear. */
  number: string;
}

/** A blocked number is blocked for every provider, so only what was lost on the way is sent another one. */
async function sendAnotherWay(
  deps: ResetDeps,
  { delivery, through, others }: Undelivered,
  { challenge, member, number }: Held,
): Promise<boolean> {
  const { challenges, limits, members, policy } = deps;
  const { id, memberId, chatKey, sends } = challenge;
  const now = deps.now();
  const onRecord = members.mobileOf(member);
  const purse = await purseOf(deps, memberId, chatKey);
  const mayGo =
    others &&
    delivery === 'undelivered' &&
    resendAt(policy, challenge) !== null &&
    challenge.expiresAt.getTime() - now.getTime() >= minute &&
    (onRecord === null || onRecord === number) &&
    member.closedFor === null &&
    lockOf(member, purse, now).kind === 'free';
  if (!mayGo) return false;
  const once = await limits.take({ key: `another-way:${id}`, most: 1, windowMs: day });
  if (!once.ok) return false;
  const send = {
    memberId,
    chatKey,
    mobile: number,
    offered: onRecord === null,
    purse,
    unasked: true,
  } as const;
  if ((await takeSend(deps, send)).kind !== 'taken') return false;
  if (!(await challenges.countSend(id, sends, now))) throw new Error('a held challenge has changed');
  const sent = { ...challenge, sends: sends + 1, lastSentAt: now };
  await enqueueCode(deps, sent, sent.sends, number, through);
  return true;
}
