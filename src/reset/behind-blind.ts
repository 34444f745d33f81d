import type { Challenge } from '../../entities/challenge.js';
import type { Coverage } from '../../entities/coverage.js';
import type { Member } from '../../entities/member.js';
import type { Asker } from '../chats/address.js';
import { maskMobile } from '../identity/mobile.js';
import { coolingOff } from './cooling-off.js';
import type { ResetDeps } from './deps.js';
import { eligibility } from './eligibility.js';
import { isExpired } from './life.js';
import { abandonOlder, waitsForOwn } from './older-request.js';
import { usedUp } from './open.js';
import type { AccountAnswer, BlindOrder } from './ports.js';
import { lockWithStanding } from './purse.js';
import type { Standing } from './standing-store.js';
import { auditWithReference, writeAudit } from './refuse.js';
import { enqueueCode, takeSend } from './sends.js';

/**
 * Behind an answer that tells nothing: the pair was right, and the portal has been asked. Every rule of a code holds; what
 * is in its way stands in the trail, under the reference that the chat was given, and the chat hears nothing of it.
 */
export async function sendBlind(
  given: ResetDeps,
  { challengeId, send, reference }: BlindOrder,
  account: AccountAnswer,
): Promise<void> {
  const deps = under(given, reference);
  const seen = await deps.challenges.find(challengeId);
  if (!seen) return;
  const { chatKey, senderId } = seen;
  const from = { chatKey, senderId };
  const { member, standing } = await lockWithStanding(deps, seen, from);
  const challenge = await deps.challenges.find(challengeId);
  if (!member || challenge?.state !== 'open' || isExpired(challenge, deps.now())) return;
  await writeAudit(deps, 'pair-matched', { from, memberId: member.id });
  const way = await eligibility(deps, member, standing, from);
  const shown = challenge.cardShown === 1 ? deps.keyring.decrypt('mobile', challenge.mobile) : null;
  if (shown !== null && shown !== deps.members.mobileOf(member))
    return void (await notSent(deps, member, 'card-differs', from));
  if (way.kind !== 'free' || (await inTheWay(deps, account, member, standing, from))) return;
  await sendCode(deps, { challenge, member, standing, cover: way.cover, send }, from);
}

/** The same, with a reference that somebody has been given already. */
const under = (deps: ResetDeps, reference: string): ResetDeps =>
  Object.create(deps, { reference: { value: () => reference } }) as ResetDeps;

async function inTheWay(
  deps: ResetDeps,
  account: AccountAnswer,
  member: Member,
  standing: Standing,
  from: Asker,
): Promise<boolean> {
  if (account !== 'changed') return notSent(deps, member, `portal-${account}`, from);
  if (deps.members.mobileOf(member) === null) return notSent(deps, member, 'no-number', from);
  const refused = (await usedUp(deps, standing, member, from)) ?? (await coolingOff(deps, member, from));
  return refused !== null;
}

async function notSent(
  deps: ResetDeps,
  { id: memberId }: Member,
  because: string,
  from: Asker,
): Promise<true> {
  await auditWithReference(deps, 'code-not-sent', { from, memberId, detail: { because } }, deps.reference());
  return true;
}

interface Sending {
  challenge: Challenge;
  member: Member;
  standing: Standing;
  cover: Coverage;
  send: number;
}

async function sendCode(
  deps: ResetDeps,
  { challenge, member, standing, cover, send }: Sending,
  from: Asker,
): Promise<void> {
  const { challenges, keyring, members } = deps;
  const { id: memberId, mobileSource } = member;
  const mobile = members.mobileOf(member) ?? '';
  const { purse, challenge: older, hasHistory } = standing;
  const other = older?.id === challenge.id ? null : older;
  if (await waitsForOwn(deps, other, purse, from)) return;
  const counted = {
    memberId,
    chatKey: from.chatKey,
    mobile,
    offered: false,
    purse,
    chatCounted: true,
    newcomer: !hasHistory,
  } as const;
  if ((await takeSend(deps, counted)).kind !== 'taken') return;
  if (other) await abandonOlder(deps, other);
  const source = mobileSource ?? 'insurer';
  const armed = await challenges.arm(challenge.id, {
    ...{ openMemberId: memberId, coverageId: cover.id, mobileSource: source },
    mobile: keyring.encrypt('mobile', mobile),
    mobileIndex: keyring.index('mobile', mobile),
  });
  if (!armed) throw new Error('a held challenge has changed');
  await enqueueCode(deps, challenge, send, mobile);
  const detail = { mobile: maskMobile(mobile), source, challenge: challenge.id, purse };
  await writeAudit(deps, send === 1 ? 'code-sent' : 'code-sent-again', { from, memberId, detail });
}
