import type { Transaction } from '../db/transaction.js';
import { day } from '../durations.js';
import { makeIdentityNoticeStore } from './identity-notice-store.js';

/** So long "not me" is heard under a notice that a number or an ID has changed. */
export const identityNoticeKeptMs = 90 * day;

/** Removes notices of changed identities that were told long ago; returns how many. */
export const purgeIdentityNotices = (tx: Transaction, now: Date): Promise<number> =>
  makeIdentityNoticeStore(tx).purge(new Date(now.getTime() - identityNoticeKeptMs));
