import { LessThan } from 'typeorm';
import { InboxEntry } from '../../entities/inbox-entry.js';
import type { Transaction } from '../db/transaction.js';
import { hour } from '../durations.js';
import { changedCount } from '../db/changed.js';

/** Messengers repeat an update for a day at most; until then its row is what tells that it is known. */
const handledKeptMs = 48 * hour;

/** A parked update is kept for staff to look at, with what was typed, encrypted. */
export const parkedKeptMs = 7 * 24 * hour;

/** Removes what came in, was handled and is not needed any more; returns how many. */
export async function purgeInbox(tx: Transaction, now: Date): Promise<number> {
  const before = (ms: number) => LessThan(new Date(now.getTime() - ms));
  const handled = await tx.delete(InboxEntry, { state: 'done', receivedAt: before(handledKeptMs) });
  const parked = await tx.delete(InboxEntry, { state: 'parked', receivedAt: before(parkedKeptMs) });
  return changedCount(handled) + changedCount(parked);
}
