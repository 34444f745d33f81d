import { LessThan } from 'typeorm';
import { SmsMessage } from '../../entities/sms-message.js';
import type { Transaction } from '../db/transaction.js';

/** The rows of text messages. */
export interface SmsBookStore {
  insert(message: Omit<SmsMessage, 'id'>): Promise<void>;
  /** Removes those sent before this moment; returns how many. */
  purge(before: Date): Promise<number>;
}

export function makeSmsBookStore(tx: Transaction): SmsBookStore {
  return {
    insert: async (message) => {
      await tx.insert(SmsMessage, message);
    },
    purge: async (before) => (await tx.delete(SmsMessage, { sentAt: LessThan(before) })).affected ?? 0,
  };
}
