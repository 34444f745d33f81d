import type { Reset } from './service.js';
import { passage } from './eligibility.js';
import { note, refuse } from './refuse.js';
import type { Workbench } from './deps.js';
import { makeWrongPairs } from './wrong-pairs.js';

/** Nobody has this id; asked for, so that a stranger costs the same questions as a member. */
const nobody = 0;

/** Who is it? Up to the answer, the same is done for a member, for an unknown code and for a wrong ID. */
export function makeIdentify(bench: Workbench): Reset['identify'] {
  const { members, path, jobs } = bench;
  const wrongPairs = makeWrongPairs(bench);

  return async (pair, from) => {
    const member = await members.holdByCode(pair.insuredCode);
    const right = members.hasNationalId(member, pair.nationalId);
    const atHome = await path.isBound(member?.id ?? nobody, from.chatKey);
    const standing = await wrongPairs.standing(pair, from);
    const about = { from, memberId: member?.id ?? null };
    if (!standing.ok && !(right && atHome)) {
      const detail = { codeKnown: member !== null, cap: standing.cap };
      return { ...(await refuse(bench, 'too-many-pairs', { ...about, detail })), until: standing.until };
    }
    if (!member || !right) {
      await wrongPairs.count(pair, from);
      return refuse(bench, 'no-match', { ...about, detail: { codeKnown: member !== null } });
    }
    await wrongPairs.clearChat(from);
    await note(bench, 'pair-matched', about);

    const way = await passage(bench, member, from);
    if (way.kind !== 'free') return way;
    const ticket = { id: bench.id(), memberId: member.id, coverageId: way.cover.id };
    const { insuredCode } = member;
    await jobs.askAccount({ ticketId: ticket.id, insuredCode, chatKey: from.chatKey });
    return { kind: 'asking-portal', ticket };
  };
}
