import { In, LessThan, LessThanOrEqual, type FindOptionsWhere } from 'typeorm';
import { Chat } from '../../entities/chat.js';
import { InboxEntry } from '../../entities/inbox-entry.js';
import type { Transaction } from '../db/transaction.js';
import { internalSource } from './inbox.js';

/** Chats to choose from at a look: more than a few replicas lease at once, so that one look mostly finds a free one. */
const choice = 32;

/**
 * A chat with an entry that is due and that nobody else is at, held until the transaction ends: the one that has waited
 * longest, or else one of those that have waited nearly as long.
 * SQLite has one process and one transaction at a time, and so needs no lock.
 */
export async function leaseChat(tx: Transaction, now: Date): Promise<string | null> {
  for (const passedBy: string[] = []; ;) {
    const [oldest, ...others] = await longestWaiting(tx, now, passedBy);
    if (oldest === undefined) return null;
    // By itself first: of several the database gives the one it comes to first, and somebody would always be last.
    const chatKey = (await lockOne(tx, [oldest])) ?? (await lockOne(tx, others));
    if (chatKey !== null) return chatKey;
    passedBy.push(oldest, ...others);
  }
}

/**
 * The chat's next entry, due or not. What arrived first says whose turn it is; among updates the messenger's
 * numbers decide, since two deliveries may overtake one another.
 */
export async function nextEntry(tx: Transaction, chatKey: string): Promise<InboxEntry | null> {
  const waiting: FindOptionsWhere<InboxEntry> = { chatKey, state: 'waiting' };
  const first = await tx.findOne(InboxEntry, { where: waiting, order: { id: 'ASC' } });
  if (!first || first.source === internalSource) return first;
  return tx.findOne(InboxEntry, { where: { ...waiting, source: first.source }, order: { updateId: 'ASC' } });
}

/** Lets the whole chat wait: what follows a failed entry must not overtake it. */
export async function delayChat(tx: Transaction, chatKey: string, until: Date): Promise<void> {
  await tx.update(InboxEntry, { chatKey, state: 'waiting', dueAt: LessThan(until) }, { dueAt: until });
}

async function longestWaiting(tx: Transaction, now: Date, passedBy: string[]): Promise<string[]> {
  const query = tx
    .createQueryBuilder(InboxEntry, 'entry')
    .select('entry.chatKey', 'chatKey')
    .where({ state: 'waiting', dueAt: LessThanOrEqual(now) })
    .orderBy('entry.dueAt')
    .addOrderBy('entry.id')
    .limit(choice);
  if (passedBy.length > 0) query.andWhere('entry.chatKey NOT IN (:...passedBy)', { passedBy });
  const rows = await query.getRawMany<{ chatKey: string }>();
  return [...new Set(rows.map(({ chatKey }) => chatKey))];
}

/** Locks one of these that is free, and none of the others. */
async function lockOne(tx: Transaction, keys: string[]): Promise<string | null> {
  if (keys.length === 0) return null;
  if (tx.connection.options.type !== 'mysql') return keys[0] ?? null;
  const locked = await tx
    .createQueryBuilder(Chat, 'chat')
    .setLock('pessimistic_write')
    .setOnLocked('skip_locked')
    .where({ key: In(keys) })
    .limit(1)
    .getOne();
  return locked?.key ?? null;
}
