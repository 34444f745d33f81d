import { In, IsNull, LessThan, MoreThan } from 'typeorm';
import { BoundChat } from '../../entities/bound-chat.js';
import { IdentityNotice } from '../../entities/identity-notice.js';
import { Member } from '../../entities/member.js';
import { changedOne } from '../db/changed.js';
import { deletePage } from '../db/by-page.js';
import { hasRow, storedMoment } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';
import { groupBy } from '../group-by.js';

/** The rows of those who are to be told that a member's identity has changed. */
export interface IdentityNoticeStore {
  insert(notices: readonly Omit<IdentityNotice, 'id'>[]): Promise<void>;
  /** The chats of these members, by member. */
  chatsOf(memberIds: readonly number[]): Promise<ReadonlyMap<number, string[]>>;
  /** No code goes to a number of these members before; what rests longer already rests on. */
  rest(memberIds: readonly number[], until: Date): Promise<void>;
  /** No later than then; false where the number rests no longer than that. */
  shortenRest(memberId: number, until: Date): Promise<boolean>;
  isUntold(memberId: number): Promise<boolean>;
  due(most: number): Promise<IdentityNotice[]>;
  /** False when it was told already. */
  markTold(id: number, now: Date): Promise<boolean>;
  find(id: number): Promise<IdentityNotice | null>;
  /** Removes some that were told before; returns how many. */
  purge(before: Date): Promise<number>;
}

export function makeIdentityNoticeStore(tx: Transaction): IdentityNoticeStore {
  return {
    insert: async (notices) => {
      if (notices.length > 0)
        await tx
          .createQueryBuilder()
          .insert()
          .into(IdentityNotice)
          .values([...notices])
          .updateEntity(false)
          .execute();
    },

    chatsOf: async (memberIds) => {
      if (memberIds.length === 0) return new Map();
      const found = await tx.find(BoundChat, {
        where: { memberId: In([...memberIds]), endedAt: IsNull() },
        order: { id: 'ASC' },
      });
      const chats = groupBy(found, ({ memberId }) => memberId);
      return new Map([...chats].map(([memberId, of]) => [memberId, of.map(({ chatKey }) => chatKey)]));
    },

    rest: async (memberIds, until) => {
      if (memberIds.length === 0) return;
      const these = { id: In([...memberIds]) };
      const sooner = [
        { ...these, codesFrom: IsNull() },
        { ...these, codesFrom: LessThan(until) },
      ];
      await tx.createQueryBuilder().update(Member).set({ codesFrom: until }).where(sooner).execute();
    },

    shortenRest: async (id, until) =>
      changedOne(await tx.update(Member, { id, codesFrom: MoreThan(until) }, { codesFrom: until })),

    isUntold: (memberId) => tx.existsBy(IdentityNotice, { memberId, toldAt: IsNull() }),
    due: (take) =>
      tx.find(IdentityNotice, { where: { toldAt: IsNull() }, order: { listed: 'ASC', id: 'ASC' }, take }),
    markTold: async (id, toldAt) =>
      changedOne(await tx.update(IdentityNotice, { id, toldAt: IsNull() }, { toldAt })),
    find: (id) => tx.findOneBy(IdentityNotice, { id }),
    purge: (before) =>
      deletePage(tx, { table: 'identity_notices', where: 'told_at < ?', bound: [storedMoment(before)] }),
  };
}

/** Is there a change of which somebody has not been told? */
export const hasUntoldChanges = (tx: Transaction): Promise<boolean> =>
  hasRow(tx, 'SELECT 1 FROM identity_notices WHERE told_at IS NULL LIMIT 1', []);
