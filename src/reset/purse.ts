import type { Member } from '../../entities/member.js';
import type { Asker } from '../chats/address.js';
import type { ResetDeps } from './deps.js';
import type { LockedMember, Whom } from './standing-store.js';

/**
 * What is used up about a member is counted in two purses: one of the chats that are bound to the member, one of all
 * others. So whatever strangers use up, the member's own chats have their own.
 */
export type Purse = 'bound' | 'others';

export const purses: readonly Purse[] = ['others', 'bound'];

/** Nobody has this id; asked for, so that a stranger costs the same questions as a member. */
export const noMember = 0;

/** Which purse pays for what this chat does about this member; null: about noMember. */
export async function purseOf(
  { boundChats }: Pick<ResetDeps, 'boundChats'>,
  memberId: number | null,
  chatKey: string,
): Promise<Purse> {
  return (await boundChats.isBound(memberId ?? noMember, chatKey)) ? 'bound' : 'others';
}

/** Holds the member until the transaction ends, so that one change at a time is made to what is theirs, and tells how they stand towards this chat. */
export const lockWithStanding = (
  { standings, now }: Pick<ResetDeps, 'standings' | 'now'>,
  whom: Whom,
  { chatKey }: Pick<Asker, 'chatKey'>,
): Promise<LockedMember> => standings.lock(whom, chatKey, now());

/** The name of one purse's counter. What was counted before there were two goes on in that of the others. */
export const purseKey = (key: string, purse: Purse): string => (purse === 'bound' ? `${key}:bound` : key);

/** A purse's wrong codes in a row, and the locks that came of them. */
export interface WrongCodes {
  inRow: number;
  /** Since the last right code of this purse; the second one holds until staff lift it. */
  locks: number;
  lockedUntil: Date | null;
}

/** The columns of each purse. */
export const wrongCodeColumns = {
  others: { inRow: 'wrongCodesInRow', locks: 'locks', lockedUntil: 'lockedUntil' },
  bound: { inRow: 'boundWrongCodesInRow', locks: 'boundLocks', lockedUntil: 'boundLockedUntil' },
} as const satisfies Record<Purse, Record<keyof WrongCodes, keyof Member>>;

/** As many locks without a right code between as hold until staff lift them. */
export const locksUntilStaff = 2;

export type Lock = { kind: 'free' } | { kind: 'locked'; until: Date } | { kind: 'second-lock' };

/** How wrong codes have left this purse. */
export function lockOf(member: Member, purse: Purse, now: Date): Lock {
  const columns = wrongCodeColumns[purse];
  const until = member[columns.lockedUntil];
  if (member[columns.locks] >= locksUntilStaff) return { kind: 'second-lock' };
  return until && until > now ? { kind: 'locked', until } : { kind: 'free' };
}
