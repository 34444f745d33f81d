import { In, LessThan, LessThanOrEqual, MoreThan, MoreThanOrEqual, Not } from 'typeorm';
import { SmsMessage, type SmsDelivery } from '../../entities/sms-message.js';
import { deletePage } from '../db/by-page.js';
import { findRow, insertRows, updateRows } from '../db/rows.js';
import { hasRow, storedMoment } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';
import { ends } from './follow-up.js';
import { changedOne } from '../db/changed.js';

/** How many messages have these in common, and what they cost together as far as prices are set. */
export interface SmsCount extends Pick<SmsMessage, 'provider' | 'purpose' | 'state' | 'delivery'> {
  count: number;
  costRials: number | null;
}

/** The rows of text messages. Every change names the state it leaves and says whether it found it. */
export interface SentMessageStore {
  insert(message: Omit<SmsMessage, 'id'>): Promise<void>;
  byId(id: number): Promise<SmsMessage | null>;
  byProviderId(provider: string, providerId: string): Promise<SmsMessage | null>;
  due(now: Date, most: number): Promise<SmsMessage[]>;
  /** Takes up a question that is due; false when somebody else has. */
  takeDueOne(id: number, now: Date): Promise<boolean>;
  /** What the provider says, unless it has said how it ended. */
  recordDelivery(id: number, delivery: SmsDelivery, nextAskAt: Date | null): Promise<boolean>;
  hasLater(message: SmsMessage): Promise<boolean>;
  counts(since: Date, until?: Date): Promise<SmsCount[]>;
  /** Removes those sent before this moment; returns how many. */
  purge(before: Date): Promise<number>;
}

export function makeSentMessageStore(tx: Transaction): SentMessageStore {
  return {
    insert: async (message) => {
      await insertRows(tx, SmsMessage, [message]);
    },
    byId: (id) => findRow(tx, SmsMessage, { id }),
    byProviderId: (provider, providerId) => findRow(tx, SmsMessage, { provider, providerId }),

    due: (now, take) =>
      tx.find(SmsMessage, {
        where: { nextAskAt: LessThanOrEqual(now) },
        order: { nextAskAt: 'ASC' },
        take,
      }),
    takeDueOne: async (id, now) => {
      const due = { id, nextAskAt: LessThanOrEqual(now) };
      return changedOne(await updateRows(tx, SmsMessage, due, { nextAskAt: null, askedAt: now }));
    },
    recordDelivery: async (id, delivery, nextAskAt) =>
      changedOne(await updateRows(tx, SmsMessage, { id, delivery: Not(In(ends)) }, { delivery, nextAskAt })),

    hasLater: ({ id, purpose, subject }) => tx.existsBy(SmsMessage, { id: MoreThan(id), purpose, subject }),

    counts: async (since, until) => {
      const counted = await tx
        .createQueryBuilder(SmsMessage, 'sms')
        .select(['sms.provider AS provider', 'sms.purpose AS purpose'])
        .addSelect(['sms.state AS state', 'sms.delivery AS delivery'])
        .addSelect('COUNT(*)', 'count')
        .addSelect('SUM(sms.priceRials)', 'costRials')
        .where({ sentAt: MoreThanOrEqual(since) })
        .andWhere(until ? { sentAt: LessThan(until) } : {})
        .groupBy('sms.provider, sms.purpose, sms.state, sms.delivery')
        .getRawMany<SmsCount>();
      // Sums come as texts from one database, and as numbers from the other.
      return counted.map((one) => ({
        ...one,
        count: Number(one.count),
        costRials: one.costRials === null ? null : Number(one.costRials),
      }));
    },

    purge: (before) =>
      deletePage(tx, { table: 'sms_messages', where: 'sent_at < ?', bound: [storedMoment(before)] }),
  };
}

/** Is a question due about a message whose end is not known? */
export async function hasDeliveryQuestionDue(tx: Transaction, now: Date): Promise<boolean> {
  const sql = 'SELECT 1 FROM sms_messages WHERE next_ask_at <= ? LIMIT 1';
  return hasRow(tx, sql, [storedMoment(now)]);
}
