import type { Challenge } from '../../entities/challenge.js';
import type { Coverage } from '../../entities/coverage.js';
import type { Member } from '../../entities/member.js';
import { maskMobile } from '../identity/mobile.js';
import { numberOf, type FoundNumber } from './first-mobile.js';
import type { CodeSent, OpenResult, Ticket } from './outcomes.js';
import { endOfCover, eligibility } from './eligibility.js';
import type { AccountAnswer, OfferedMobile } from './ports.js';
import type { Asker } from '../chats/address.js';
import { abandonOlder, waitsForOwn } from './older-request.js';
import { cardAnswer } from './shown-card.js';
import { coolingOff } from './cooling-off.js';
import { isWithinLife } from './life.js';
import { lockWithStanding } from './purse.js';
import type { Standing } from './standing-store.js';
import { auditWithReference, refuse, writeAudit } from './refuse.js';
import { requestAccount } from './missing-account.js';
import { isWithoutCode } from './send-refused.js';
import { enqueueCode, resendAt, takeSend } from './sends.js';
import type { ResetDeps } from './deps.js';

/** The portal has answered: is there anything to recover, may it be, and where does the code go? */
export async function open(
  deps: ResetDeps,
  ticket: Ticket,
  account: AccountAnswer,
  from: Asker,
  offered?: OfferedMobile,
): Promise<OpenResult> {
  const { member, standing } = await lockWithStanding(deps, ticket, from);
  if (!member) return refuse(deps, 'no-match', { from });
  const way = await eligibility(deps, member, standing, from);
  if (way.kind !== 'free') return way;
  return (
    (await portalSays(deps, account, { member, standing }, from)) ??
    (await usedUp(deps, standing, member, from)) ??
    (await coolingOff(deps, member, from)) ??
    (await cardAnswer(deps, member, standing, from, offered)) ??
    (await codeFor(deps, { member, standing, cover: way.cover }, from, offered))
  );
}

/** The code that this chat has been sent already, or another one. The member is held, and what is open about them with it. */
async function codeFor(deps: ResetDeps, who: Eligible, from: Asker, offered?: OfferedMobile) {
  const older = who.standing.challenge;
  const sent = goOn(deps, older, who.member, from, offered);
  if (sent && older && !(await isWithoutCode(deps, older))) return sent;
  return sendTo(deps, await numberOf(deps, who.member, from, offered), who, from, { older, offered });
}

async function portalSays(
  deps: ResetDeps,
  account: AccountAnswer,
  { member, standing }: Pick<Eligible, 'member' | 'standing'>,
  from: Asker,
) {
  const about = { from, memberId: member.id };
  if (account === 'away') return refuse(deps, 'portal-away', about);
  if (account === 'missing') {
    const reference = await requestAccount(deps, member, from.chatKey);
    await auditWithReference(deps, 'account-missing', about, reference);
    return { kind: 'account-missing' as const, reference };
  }
  if (standing.accountRequested) await deps.requests.withdraw(member.id, 'account-missing');
  if (account === 'changed') return null;
  await writeAudit(deps, 'password-is-initial', about);
  return { kind: 'password-is-initial' as const };
}

/** Null: there are recoveries left in this period. */
export async function usedUp(
  deps: ResetDeps,
  { cover, quota: { used, allowance } }: Standing,
  { id }: Member,
  from: Asker,
) {
  if (!cover || used < allowance) return null;
  return { ...(await refuse(deps, 'resets-used-up', { from, memberId: id })), until: endOfCover(cover) };
}

/** Within a code's life the chat that asked for it goes on with it, unless another number is given. */
function goOn(
  deps: ResetDeps,
  open: Challenge | null,
  member: Member,
  from: Asker,
  offered?: OfferedMobile,
): CodeSent | null {
  const own = open?.chatKey === from.chatKey && open.senderId === from.senderId;
  if (!open || !own || !isWithinLife(open, deps.now())) return null;
  const mobile = deps.keyring.decrypt('mobile', open.mobile);
  const wanted = deps.members.mobileOf(member) ?? offered?.number ?? mobile;
  if (wanted !== mobile) return null;
  return codeSent(
    deps,
    open,
    { insuredCode: member.insuredCode, mobile, known: member.mobile !== null },
    true,
  );
}

interface Eligible {
  member: Member;
  standing: Standing;
  cover: Coverage;
}

async function sendTo(
  deps: ResetDeps,
  number: FoundNumber | OpenResult,
  { member, standing: { purse, hasHistory }, cover }: Eligible,
  from: Asker,
  { older, offered }: { older: Challenge | null; offered: OfferedMobile | undefined },
): Promise<OpenResult> {
  if (number.kind !== 'number') return number;
  const { id: memberId, insuredCode } = member;
  const { mobile, known } = number;
  const wait = await waitsForOwn(deps, older, purse, from);
  if (wait) return wait;
  const send = { memberId, chatKey: from.chatKey, mobile, offered: !known, purse, newcomer: !hasHistory };
  const taken = await takeSend(deps, send);
  if (taken.kind !== 'taken') return taken;
  if (older) await abandonOlder(deps, older);
  const challenge = {
    ...draft(deps, memberId, cover.id, number, from),
    cardShown: offered?.source === 'contact' && offered.number === mobile ? 1 : 0,
  } satisfies Challenge;
  await deps.challenges.insert(challenge);
  await enqueueCode(deps, challenge, 1, mobile);
  const detail = { mobile: maskMobile(mobile), source: number.source, challenge: challenge.id, purse };
  await writeAudit(deps, 'code-sent', { from, memberId, detail });
  return codeSent(deps, challenge, { insuredCode, mobile, known, nextAt: taken.nextAt }, false);
}

function draft(
  deps: ResetDeps,
  memberId: number,
  coverageId: number,
  number: FoundNumber,
  from: Asker,
): Challenge {
  const { keyring, policy } = deps;
  const now = deps.now();
  return {
    id: deps.id(),
    memberId,
    openMemberId: memberId,
    coverageId,
    chatKey: from.chatKey,
    senderId: from.senderId,
    mobile: keyring.encrypt('mobile', number.mobile),
    mobileIndex: keyring.index('mobile', number.mobile),
    mobileSource: number.source,
    keyId: keyring.current,
    state: 'open',
    blindPair: null,
    cardShown: 0,
    wrongCodes: 0,
    sends: 1,
    lastSentAt: now,
    createdAt: now,
    expiresAt: new Date(now.getTime() + policy.codeLifeMs),
  };
}

/** Where the code went, and to whom. `nextAt`: nothing is sent again before. */
interface Sent {
  insuredCode: string;
  mobile: string;
  known: boolean;
  nextAt?: number;
}

/** What the member sees of a challenge whose code is on its way; `again`: or was sent before. */
export function codeSent(
  { policy }: ResetDeps,
  challenge: Challenge,
  { insuredCode, mobile, known, nextAt = 0 }: Sent,
  again: boolean,
): CodeSent {
  const at = resendAt(policy, challenge);
  return {
    kind: 'code-sent',
    challengeId: challenge.id,
    insuredCode,
    mobile: maskMobile(mobile),
    known,
    again,
    expiresAt: challenge.expiresAt.getTime(),
    resendAt: at === null ? null : Math.max(at, nextAt),
  };
}
