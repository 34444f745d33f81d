import type { BoundChat } from '../../entities/bound-chat.js';
import type { Member } from '../../entities/member.js';
import { boundChatsOf, endChat, endChatsWithNumber } from './bound-chats.js';
import { limitsUsed, type LimitsUsed } from './limits-used.js';
import { lockUnsettled, markDone } from './portal-answers.js';
import type { ResetDeps } from './deps.js';
import { clearSends } from './sends.js';
import { makeWrongPairs } from './wrong-pairs.js';
import { day } from '../durations.js';

/**
 * What staff may change on a member's way back. Members are handed in as they are held, so that nothing changes between
 * looking and doing. Each method says whether it found what it was to change. Who may ask for it, and the trail, are the
 * business of `staff/`.
 */
export interface StaffOverride {
  /**
   * Lifts the locks of wrong codes in both purses, and forgets what was counted about code, national ID and sends, and in
   * the chats that have lately written a wrong pair about this member: one of them is theirs, and the caller is to go on
   * at once. Says what it cleared; null when the member is gone.
   */
  unlock(member: Member): Promise<Unlocked | null>;
  /** Closes the way back until it is opened again, and ends what is open. */
  block(member: Member): Promise<boolean>;
  /** Opens what was closed, for whatever reason. */
  unblock(member: Member): Promise<boolean>;
  /** Forgets the registered number, and ends what is open, and the chats that it proved. */
  forgetMobile(member: Member): Promise<boolean>;
  /**
   * Ends every open request, since its code may have been used in a time that is no more; returns how many. `by`: as the
   * trail names whoever does it.
   */
  endEveryRequest(by: string): Promise<number>;
  /** The chats that are bound to the member now. */
  boundChats(member: Member): Promise<BoundChat[]>;
  /** Ends one of them, and tells it; false when it had ended. */
  endChat(member: Member, bond: number): Promise<boolean>;
  /** So many more recoveries in this period; `from` is the allowance that was seen. */
  raiseAllowance(member: Member, coverageId: number, from: number, more: number): Promise<boolean>;
  quota(coverageId: number): Promise<{ used: number; allowance: number }>;
  limitsUsed(member: Member): Promise<LimitsUsed>;
  /** The portal was asked by other means, and has done it: the member is told as usual. */
  markDone(resetId: string): Promise<boolean>;
  /** The portal was asked by other means, and has not done it: nothing is counted, and the member is told. */
  giveBack(resetId: string): Promise<boolean>;
  /** Puts the question about its outcome to the portal once more. */
  askPortal(resetId: string): Promise<boolean>;
}

/** What an unlock has cleared: locks, wrong codes, wrong pairs and sends, all purses together, and chats that had to wait. */
export type Unlocked = Record<'locks' | 'wrongCodes' | 'wrongPairs' | 'sends' | 'chats', number>;

export function makeStaffOverride(deps: ResetDeps): StaffOverride {
  const { access, members, quotas, ledger, jobs } = deps;
  return {
    unlock: (member) => unlock(deps, member),
    block: async (member) => {
      if (!(await access.close(member.id, 'staff-block'))) return false;
      await endOpen(deps, member.id);
      return true;
    },
    unblock: ({ id }) => access.open(id),
    forgetMobile: async (member) => {
      if (!(await members.forgetMobile(member))) return false;
      await endChatsWithNumber(deps, member);
      await endOpen(deps, member.id);
      return true;
    },
    endEveryRequest: (by) => endEveryRequest(deps, by),
    boundChats: (member) => boundChatsOf(deps, member),
    endChat: async (member, bond) => {
      const chat = (await boundChatsOf(deps, member)).find(({ id }) => id === bond);
      return chat !== undefined && endChat(deps, member, chat, 'staff');
    },
    raiseAllowance: (member, coverageId, from, more) =>
      quotas.raise({ coverageId, memberId: member.id }, from, more),
    quota: (coverageId) => quotas.read(coverageId),
    limitsUsed: (member) => limitsUsed(deps, member),
    markDone: async (resetId) => {
      const held = await lockUnsettled(deps, resetId);
      if (held) await markDone(deps, held);
      return held !== null;
    },
    giveBack: (resetId) => giveBack(deps, resetId),
    askPortal: async (resetId) => {
      const held = await lockUnsettled(deps, resetId);
      if (held?.reset.state !== 'unknown' || !(await ledger.countAsk(resetId))) return false;
      await jobs.askOutcome({ resetId });
      return true;
    },
  };
}

/** What a chat may have written about a member whose code or ID it did not know. */
const written = ['no-match', 'too-many-pairs', 'code-perhaps-sent'] as const;

/** A person has few chats; nobody who tries others in hundreds of them begins anew in all. */
const fewChats = 5;

async function unlock(deps: ResetDeps, member: Member): Promise<Unlocked | null> {
  const pairs = await forgetWrongPairs(deps, member);
  const sends = await clearSends(deps, member.id, deps.members.mobileOf(member));
  if (!(await deps.access.unlock(member.id))) return null;
  return {
    locks: member.locks + member.boundLocks,
    wrongCodes: member.wrongCodesInRow + member.boundWrongCodesInRow,
    ...pairs,
    sends,
  };
}

async function forgetWrongPairs(
  deps: ResetDeps,
  member: Member,
): Promise<Pick<Unlocked, 'wrongPairs' | 'chats'>> {
  const pairs = makeWrongPairs(deps);
  const wrongPairs = await pairs.clearPair(pairOf(deps, member));
  const since = new Date(deps.now().getTime() - day);
  const seen = await deps.audit.chatsOf(member.id, written, since, fewChats);
  let chats = 0;
  // In one order, so that two of staff never wait for each other.
  for (const chatKey of seen.toSorted()) chats += Number((await pairs.clearChat({ chatKey })) > 0);
  return { wrongPairs, chats };
}

const pairOf = ({ keyring }: ResetDeps, { insuredCode, nationalId }: Member) => ({
  insuredCode,
  nationalId: keyring.decrypt('national-id', nationalId),
});

async function endOpen({ challenges, jobs }: ResetDeps, memberId: number): Promise<void> {
  const open = await challenges.openOf(memberId);
  if (open && (await challenges.end(open.id, 'abandoned'))) await jobs.withdraw(open.id);
}

async function endEveryRequest(deps: ResetDeps, by: string): Promise<number> {
  const { challenges, members, jobs, audit } = deps;
  let ended = 0;
  for (const { id, memberId } of await challenges.allOpen()) {
    await members.lockForUpdate(memberId);
    if (!(await challenges.end(id, 'abandoned'))) continue;
    ended += 1;
    await jobs.withdraw(id);
    await audit.write({ reason: 'challenge-abandoned', actor: by, memberId, detail: { challenge: id } });
  }
  return ended;
}

async function giveBack(deps: ResetDeps, resetId: string): Promise<boolean> {
  const held = await lockUnsettled(deps, resetId);
  if (!held || !(await deps.ledger.close(resetId, 'given-back', deps.now()))) return false;
  const { reference, chatKey, coverageId } = held.reset;
  if (!(await deps.quotas.giveBack(coverageId))) throw new Error('a recovery was not in the tally');
  await deps.jobs.withdraw(resetId);
  await deps.chats.tell(chatKey, { kind: 'reset-returned', reference }, `returned:${resetId}`);
  deps.countOutcome('given-back', held.reset);
  return true;
}
