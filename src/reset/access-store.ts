import { IsNull, Not } from 'typeorm';
import { BoundChat } from '../../entities/bound-chat.js';
import { Member } from '../../entities/member.js';
import type { Transaction } from '../db/transaction.js';
import { changedOne } from '../db/changed.js';

type ClosedFor = NonNullable<Member['closedFor']>;

/** The state of a member's way back: wrong codes in a row, locks, closures, and the chats that are known to be theirs. */
export interface AccessStore {
  /** Counts one more wrong code, unless the path is closed or locked, or `most` are counted. */
  countWrongCode(memberId: number, most: number, now: Date): Promise<boolean>;
  /** A right code: no wrong ones in a row, no locks behind. */
  forgive(memberId: number): Promise<void>;
  /** Locks for a while; the row begins anew after it. */
  lockUntil(memberId: number, until: Date): Promise<void>;
  /** Closes until staff open it; false when it is closed for a reason as strong. */
  close(memberId: number, reason: ClosedFor): Promise<boolean>;
  /** Opens what was closed, for whatever reason; false when nothing was. */
  open(memberId: number): Promise<boolean>;
  /** Staff have spoken with the member: no locks, and none behind. What was closed for other reasons stays closed. */
  unlock(memberId: number): Promise<boolean>;
  isBound(memberId: number, chatKey: string): Promise<boolean>;
  bind(memberId: number, chatKey: string, now: Date): Promise<void>;
  boundChats(memberId: number): Promise<BoundChat[]>;
}

export function makeAccessStore(tx: Transaction): AccessStore {
  return {
    countWrongCode: async (id, most, now) => {
      const counted = await tx
        .createQueryBuilder()
        .update(Member)
        .set({ wrongCodesInRow: () => 'wrong_codes_in_row + 1' })
        .where({ id, closedFor: IsNull() })
        .andWhere('wrong_codes_in_row < :most', { most })
        .andWhere('(locked_until IS NULL OR locked_until <= :now)', { now })
        .execute();
      return changedOne(counted);
    },

    forgive: async (id) => {
      await tx.update(Member, { id }, { wrongCodesInRow: 0, locks: 0, lockedUntil: null });
    },

    lockUntil: async (id, lockedUntil) => {
      await tx.update(Member, { id }, { wrongCodesInRow: 0, locks: () => 'locks + 1', lockedUntil });
    },

    close: async (id, closedFor) => {
      const weaker = [
        { id, closedFor: IsNull() },
        ...(closedFor === 'second-lock' ? [] : [{ id, closedFor: 'second-lock' as const }]),
      ];
      const closed = await tx.createQueryBuilder().update(Member).set({ closedFor }).where(weaker).execute();
      return changedOne(closed);
    },

    open: async (id) =>
      changedOne(await tx.update(Member, { id, closedFor: Not(IsNull()) }, { closedFor: null })),

    unlock: async (id) => {
      await tx.update(Member, { id, closedFor: 'second-lock' }, { closedFor: null });
      const free = { wrongCodesInRow: 0, locks: 0, lockedUntil: null, revision: () => 'revision + 1' };
      return changedOne(await tx.update(Member, { id }, free));
    },

    isBound: (memberId, chatKey) => tx.existsBy(BoundChat, { memberId, chatKey }),

    bind: async (memberId, chatKey, boundAt) => {
      await tx
        .createQueryBuilder()
        .insert()
        .into(BoundChat)
        .values({ memberId, chatKey, boundAt })
        .orUpdate(['chat_key'], ['member_id', 'chat_key'])
        .execute();
    },

    boundChats: (memberId) => tx.find(BoundChat, { where: { memberId }, order: { id: 'ASC' } }),
  };
}
