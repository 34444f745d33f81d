import { purseOf } from './purse.js';
import { returnSend } from './sends.js';
import type { Challenge } from '../../entities/challenge.js';
import type { ResetDeps } from './deps.js';
import { day } from '../durations.js';

/** Every vendor has refused a send: it counts no longer, the member may ask again at once, and hears of it. Once for each send. */
export async function sendRefused(deps: ResetDeps, challengeId: string, send: number): Promise<void> {
  const { challenges, members, limits, policy, keyring, chats, audit } = deps;
  const seen = await challenges.find(challengeId);
  const member = seen && (await members.lockForUpdate(seen.memberId));
  const challenge = await challenges.find(challengeId);
  const key = refusedKey(challengeId, send);
  if (!challenge || !(await limits.take({ key, most: 1, windowMs: day })).ok) return;

  const { memberId, chatKey, lastSentAt, createdAt } = challenge;
  const mobile = keyring.decrypt('mobile', challenge.mobile);
  const purse = await purseOf(deps, memberId, chatKey);
  const blind = challenge.blindPair !== null;
  const offered = member?.mobile === null;
  const counted = { memberId, chatKey, mobile, offered, purse, ...(blind && { chatCounted: true as const }) };
  await returnSend(deps, counted, send === 1 ? createdAt : lastSentAt);
  const detail = { challenge: challengeId, send };
  await audit.write({ reason: 'sms-refused', actor: 'system', memberId, detail });
  // Whoever is not told whether a code was sent is not told either that it was not.
  if (blind) return;
  const pause = policy.sendPausesMs[send - 1] ?? 0;
  const waited = await challenges.backdateSend(challengeId, send, new Date(lastSentAt.getTime() - pause));
  if (waited) await chats.tell(chatKey, { kind: 'sms-refused', challengeId }, key);
}

/** No code of it reaches anybody, however long it lives: every vendor has refused each send so far, or the last that it may have. */
export async function isWithoutCode(
  { limits, policy }: ResetDeps,
  { id, sends }: Pick<Challenge, 'id' | 'sends'>,
): Promise<boolean> {
  const isRefused = async (send: number) => (await limits.count(refusedKey(id, send))) > 0;
  if (sends > policy.sendPausesMs.length) return isRefused(sends);
  for (let send = 1; send <= sends; send += 1) if (!(await isRefused(send))) return false;
  return true;
}

const refusedKey = (challengeId: string, send: number): string => `refused:${challengeId}:${send}`;
