import { In, IsNull, LessThan } from 'typeorm';
import { BoundChat, type ChatEndedFor } from '../../entities/bound-chat.js';
import { changedCount, changedOne } from '../db/changed.js';
import { hasRow } from '../db/statement.js';
import { findRow, updateRows } from '../db/rows.js';
import type { Transaction } from '../db/transaction.js';

/** Indexes of the number on record, under every key at hand; none: no number is on record. */
export type NumberIndexes = readonly string[];

/** The rows of chats that are bound to members. A chat is bound as long as it has not ended and its number is on record. */
export interface BoundChatStore {
  /** By the indexes as they stand in both rows: the same work for everybody, and for nobody. */
  isBound(memberId: number, chatKey: string): Promise<boolean>;
  /** Has the member any chat that has not ended? */
  hasAny(memberId: number): Promise<boolean>;
  ofMember(memberId: number, indexes: NumberIndexes): Promise<BoundChat[]>;
  /** What has not ended in this chat, whoever's it is. */
  inChat(chatKey: string): Promise<BoundChat[]>;
  find(id: number): Promise<BoundChat | null>;
  /** The one of this member in this chat, ended or not. */
  pair(memberId: number, chatKey: string): Promise<BoundChat | null>;
  /** From now on, or still. */
  bind(chat: Pick<BoundChat, 'memberId' | 'chatKey'> & { provenBy: string }, now: Date): Promise<void>;
  touch(memberId: number, chatKey: string, now: Date): Promise<void>;
  /** bound → ended; false when it had ended before. */
  end(id: number, reason: ChatEndedFor, now: Date): Promise<boolean>;
  /** Those that nobody has used since this moment. */
  unusedSince(moment: Date, most: number): Promise<BoundChat[]>;
  /** Removes what ended before this moment; returns how many. */
  purge(before: Date): Promise<number>;
}

export function makeBoundChatStore(tx: Transaction): BoundChatStore {
  const oldestFirst = { id: 'ASC' as const };
  const bound = { endedAt: IsNull() };
  return {
    isBound: (memberId, chatKey) =>
      hasRow(
        tx,
        'SELECT 1 FROM bound_chats chat JOIN members member ON member.id = chat.member_id' +
          ' AND member.mobile_index = chat.proven_by' +
          ' WHERE chat.ended_at IS NULL AND chat.member_id = ? AND chat.chat_key = ? LIMIT 1',
        [memberId, chatKey],
      ),
    hasAny: (memberId) => tx.existsBy(BoundChat, { ...bound, memberId }),
    ofMember: (memberId, indexes) =>
      tx.find(BoundChat, { where: { ...bound, memberId, provenBy: In([...indexes]) }, order: oldestFirst }),
    inChat: (chatKey) => tx.find(BoundChat, { where: { ...bound, chatKey }, order: oldestFirst }),
    find: (id) => findRow(tx, BoundChat, { id }),
    pair: (memberId, chatKey) => findRow(tx, BoundChat, { memberId, chatKey }),

    bind: async ({ memberId, chatKey, provenBy }, now) => {
      const still = { ...bound, memberId, chatKey, provenBy };
      if (changedOne(await updateRows(tx, BoundChat, still, { lastUsedAt: now }))) return;
      await tx
        .createQueryBuilder()
        .insert()
        .into(BoundChat)
        .values({ memberId, chatKey, provenBy, boundAt: now, lastUsedAt: now, endedAt: null, endedFor: null })
        .orUpdate(
          ['proven_by', 'bound_at', 'last_used_at', 'ended_at', 'ended_for'],
          ['member_id', 'chat_key'],
        )
        .execute();
    },
    touch: async (memberId, chatKey, lastUsedAt) => {
      await updateRows(tx, BoundChat, { ...bound, memberId, chatKey }, { lastUsedAt });
    },
    end: async (id, endedFor, endedAt) =>
      changedOne(await updateRows(tx, BoundChat, { ...bound, id }, { endedAt, endedFor })),

    unusedSince: (moment, take) =>
      tx.find(BoundChat, {
        where: [
          { ...bound, lastUsedAt: LessThan(moment) },
          { ...bound, lastUsedAt: IsNull(), boundAt: LessThan(moment) },
        ],
        order: oldestFirst,
        take,
      }),
    purge: async (before) => changedCount(await tx.delete(BoundChat, { endedAt: LessThan(before) })),
  };
}
