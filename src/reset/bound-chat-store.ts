import { In, IsNull, LessThan } from 'typeorm';
import { BoundChat, type ChatEndedFor } from '../../entities/bound-chat.js';
import { changedOne } from '../db/changed.js';
import { changeRows, conflictOf, hasRow, storedMoment } from '../db/statement.js';
import { deletePage } from '../db/by-page.js';
import { findRow, updateRows } from '../db/rows.js';
import type { Transaction } from '../db/transaction.js';

/** Indexes of the number on record, under every key at hand; none: no number is on record. */
export type NumberIndexes = readonly string[];

/** The rows of chats that are bound to members. A chat is bound as long as it has not ended and its number is on record. */
export interface BoundChatStore {
  /** By the indexes as they stand in both rows: the same work for everybody, and for nobody. */
  isBound(memberId: number, chatKey: string): Promise<boolean>;
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
  /** Removes a page of what ended before this moment; returns how many. */
  purge(before: Date): Promise<number>;
}

/** The chat of this member and key, as long as it is bound: by the indexes as they stand in both rows. */
export const whoseChat =
  'SELECT 1 FROM bound_chats chat JOIN members member ON member.id = chat.member_id' +
  ' AND member.mobile_index = chat.proven_by' +
  ' WHERE chat.ended_at IS NULL AND chat.member_id = ? AND chat.chat_key = ?';

export function makeBoundChatStore(tx: Transaction): BoundChatStore {
  const oldestFirst = { id: 'ASC' as const };
  const bound = { endedAt: IsNull() };
  return {
    isBound: (memberId, chatKey) => hasRow(tx, `${whoseChat} LIMIT 1`, [memberId, chatKey]),
    ofMember: (memberId, indexes) =>
      tx.find(BoundChat, { where: { ...bound, memberId, provenBy: In([...indexes]) }, order: oldestFirst }),
    inChat: (chatKey) => tx.find(BoundChat, { where: { ...bound, chatKey }, order: oldestFirst }),
    find: (id) => findRow(tx, BoundChat, { id }),
    pair: (memberId, chatKey) => findRow(tx, BoundChat, { memberId, chatKey }),

    bind: async ({ memberId, chatKey, provenBy }, now) => {
      const { update, given } = conflictOf(tx, 'member_id, chat_key');
      const still = `bound_chats.ended_at IS NULL AND bound_chats.proven_by = ${given('proven_by')}`;
      const at = storedMoment(now);
      await changeRows(
        tx,
        'INSERT INTO bound_chats (member_id, chat_key, proven_by, bound_at, last_used_at) VALUES (?, ?, ?, ?, ?)' +
          ` ON ${update} bound_at = CASE WHEN ${still} THEN bound_chats.bound_at ELSE ${given('bound_at')} END,` +
          ` proven_by = ${given('proven_by')}, last_used_at = ${given('last_used_at')}, ended_at = NULL, ended_for = NULL`,
        [memberId, chatKey, provenBy, at, at],
      );
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
    purge: (before) =>
      deletePage(tx, { table: 'bound_chats', where: 'ended_at < ?', bound: [storedMoment(before)] }),
  };
}
