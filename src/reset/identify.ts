import type { Challenge } from '../../entities/challenge.js';
import type { Member } from '../../entities/member.js';
import { beginBlind } from './blind.js';
import { eligibility } from './eligibility.js';
import { codeSent } from './open.js';
import { isWithinLife } from './life.js';
import { writeAudit, refuse } from './refuse.js';
import type { ResetDeps } from './deps.js';
import { lockWithStanding, noMember } from './purse.js';
import { countMember, membersLimits, tooManyMembers } from './members-in-chat.js';
import { makeWrongPairs } from './wrong-pairs.js';
import type { Asker } from '../chats/address.js';
import type { CodeSent, IdentifyResult } from './outcomes.js';
import type { OfferedMobile } from './ports.js';
import type { Pair } from './service.js';

/** Who is it? Up to the answer, the same is done for a member, for an unknown code and for a wrong ID. */
export async function identify(
  deps: ResetDeps,
  pair: Pair,
  from: Asker,
  offered?: OfferedMobile,
): Promise<IdentifyResult> {
  const { members, jobs } = deps;
  const wrongPairs = makeWrongPairs(deps);
  const { member, standing } = await lockWithStanding(deps, { insuredCode: pair.insuredCode }, from);
  const right = members.hasNationalId(member, pair.nationalId);
  const { purse } = standing;
  const membersHere = membersLimits(deps, right && member ? member.id : noMember, from);
  const { status, beside } = await wrongPairs.status(pair, purse, from, membersHere);
  const about = { from, memberId: member?.id ?? null };
  if (!status.ok) {
    const detail = { codeKnown: member !== null, cap: status.cap };
    return { ...(await refuse(deps, 'too-many-pairs', { ...about, detail })), until: status.until };
  }
  const crowded = purse === 'bound' ? null : await tooManyMembers(deps, beside, from);
  if (crowded) return crowded;
  if (status.blind) {
    const card = offered?.source === 'contact' ? offered.number : null;
    return (
      goOnHere(deps, right ? member : null, standing.challenge, from) ??
      (await beginBlind(deps, { pair, member, standing, right, card }, from))
    );
  }
  if (!member || !right) {
    await wrongPairs.count(pair, purse, from);
    return refuse(deps, 'no-match', { ...about, detail: { codeKnown: member !== null } });
  }
  await writeAudit(deps, 'pair-matched', about);
  if (purse === 'bound') await deps.boundChats.touch(member.id, from.chatKey, deps.now());
  else await countMember(deps, beside, member.id, from);

  const way = await eligibility(deps, member, standing, from);
  if (way.kind !== 'free') return way;
  const ticket = { id: deps.id(), memberId: member.id, coverageId: way.cover.id };
  const { insuredCode } = member;
  await jobs.askAccount({ ticketId: ticket.id, insuredCode, chatKey: from.chatKey });
  return { kind: 'asking-portal', ticket };
}

/** A chat that has been told before that the pair is right goes on with the code that it was sent. */
function goOnHere(
  deps: ResetDeps,
  member: Member | null,
  open: Challenge | null,
  from: Asker,
): CodeSent | null {
  const own = open?.chatKey === from.chatKey && open.senderId === from.senderId && open.blindPair === null;
  if (!member || !own || !isWithinLife(open, deps.now())) return null;
  const mobile = deps.keyring.decrypt('mobile', open.mobile);
  return codeSent(
    deps,
    open,
    { insuredCode: member.insuredCode, mobile, known: member.mobile !== null },
    true,
  );
}
