import type { Challenge } from '../../entities/challenge.js';
import type { Member } from '../../entities/member.js';
import type { Asker } from '../chats/address.js';
import type { ResetDeps } from './deps.js';
import { isAlarmed } from './guesses.js';
import type { BlindChallenge } from './outcomes.js';
import { noMember } from './purse.js';
import { auditWithReference } from './refuse.js';
import { ofChat } from './send-limits.js';
import { resendAt } from './sends.js';
import type { Pair } from './service.js';
import type { Standing } from './standing-store.js';
import { makeWrongPairs } from './wrong-pairs.js';

/** Stands where a number would, in a challenge of nobody's. */
const noMobile = '0'.repeat(11);

/** What was typed, and by whom it might be. */
interface Typed {
  pair: Pair;
  member: Member | null;
  standing: Pick<Standing, 'breakerRuns'>;
  right: boolean;
  /** The number that the chat's own contact card has shown; null: none. */
  card: string | null;
}

/**
 * Strangers have used up what there is to be told about this code or ID. Whatever was typed, the chat hears one sentence
 * after the same work, and goes on to the step of the code; whether one goes out is decided behind it.
 */
export async function beginBlind(
  deps: ResetDeps,
  { pair, member, standing, right, card }: Typed,
  from: Asker,
): Promise<BlindChallenge | { kind: 'card-needed' }> {
  if ((await isAlarmed(deps, standing)) && card === null) return { kind: 'card-needed' };
  const reference = deps.reference();
  const blindPair = deps.keyring.index('limit', `${pair.insuredCode} ${pair.nationalId}`);
  const known = await deps.challenges.blindIn(from, blindPair, deps.now());
  const detail = { codeKnown: member !== null, right, again: known !== null };
  await auditWithReference(
    deps,
    'code-perhaps-sent',
    { from, memberId: member?.id ?? null, detail },
    reference,
  );
  if (known) return { ...shown(deps, known), reference };
  await makeWrongPairs(deps).countBlind(from);
  const mayAsk = await deps.limits.take(ofChat(deps, from.chatKey).limit);
  const challenge = draft(deps, { memberId: (right && member?.id) || noMember, blindPair, card }, from);
  await deps.challenges.insert(challenge);
  const insuredCode = right && mayAsk.ok ? pair.insuredCode : null;
  await deps.jobs.sendBlind({ challengeId: challenge.id, send: 1, reference, insuredCode });
  return { ...shown(deps, challenge), reference };
}

/** As its chat sees it, whether or not there is a code for it. */
export const shown = (
  { policy }: Pick<ResetDeps, 'policy'>,
  challenge: Challenge,
): Omit<BlindChallenge, 'reference'> => ({
  kind: 'code-perhaps-sent',
  challengeId: challenge.id,
  resendAt: resendAt(policy, challenge),
});

function draft(
  deps: ResetDeps,
  { card, ...whose }: Pick<Challenge, 'memberId' | 'blindPair'> & Pick<Typed, 'card'>,
  { chatKey, senderId }: Asker,
): Challenge {
  const { keyring, policy } = deps;
  const now = deps.now();
  return {
    ...whose,
    ...{ id: deps.id(), openMemberId: null, coverageId: 0, chatKey, senderId },
    mobile: keyring.encrypt('mobile', card ?? noMobile),
    mobileIndex: '',
    mobileSource: 'insurer',
    keyId: keyring.current,
    ...{
      state: 'open',
      cardShown: card === null ? 0 : 1,
      wrongCodes: 0,
      sends: 1,
      lastSentAt: now,
      createdAt: now,
    },
    expiresAt: new Date(now.getTime() + policy.codeLifeMs),
  };
}
