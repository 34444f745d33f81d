import { LessThan, LessThanOrEqual, type FindOptionsWhere } from 'typeorm';
import { Chat } from '../../entities/chat.js';
import { InboxEntry } from '../../entities/inbox-entry.js';
import type { Transaction } from '../db/transaction.js';
import { ownHouse } from './inbox.js';

/**
 * The chat with the oldest due entry that nobody else is at, held until the transaction ends.
 * SQLite has one process and one transaction at a time, and so needs no lock.
 */
export async function takeChat(tx: Transaction, now: Date): Promise<string | null> {
  for (const passedBy: string[] = []; ;) {
    const chatKey = await oldestDue(tx, now, passedBy);
    if (chatKey === null || (await hold(tx, chatKey))) return chatKey;
    passedBy.push(chatKey);
  }
}

/**
 * The chat's next entry, due or not. What arrived first says whose turn it is; among updates the messenger's
 * numbers decide, since two deliveries may overtake one another.
 */
export async function headOf(tx: Transaction, chatKey: string): Promise<InboxEntry | null> {
  const waiting: FindOptionsWhere<InboxEntry> = { chatKey, state: 'waiting' };
  const first = await tx.findOne(InboxEntry, { where: waiting, order: { id: 'ASC' } });
  if (!first || first.source === ownHouse) return first;
  return tx.findOne(InboxEntry, { where: { ...waiting, source: first.source }, order: { updateId: 'ASC' } });
}

/** Lets the whole chat wait: what follows a failed entry must not overtake it. */
export async function postpone(tx: Transaction, chatKey: string, until: Date): Promise<void> {
  await tx.update(InboxEntry, { chatKey, state: 'waiting', dueAt: LessThan(until) }, { dueAt: until });
}

async function oldestDue(tx: Transaction, now: Date, passedBy: string[]): Promise<string | null> {
  const query = tx
    .createQueryBuilder(InboxEntry, 'entry')
    .select('entry.chatKey', 'chatKey')
    .where({ state: 'waiting', dueAt: LessThanOrEqual(now) })
    .orderBy('entry.dueAt')
    .addOrderBy('entry.id')
    .limit(1);
  if (passedBy.length > 0) query.andWhere('entry.chatKey NOT IN (:...passedBy)', { passedBy });
  const row = await query.getRawOne<{ chatKey: string }>();
  return row?.chatKey ?? null;
}

async function hold(tx: Transaction, key: string): Promise<boolean> {
  if (tx.connection.options.type !== 'mysql') return true;
  const held = await tx
    .createQueryBuilder(Chat, 'chat')
    .setLock('pessimistic_write')
    .setOnLocked('skip_locked')
    .where({ key })
    .getOne();
  return held !== null;
}
