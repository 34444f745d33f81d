import { LessThan } from 'typeorm';
import { InboxEntry } from '../../entities/inbox-entry.js';
import type { Transaction } from '../db/transaction.js';
import { internalSource } from './inbox.js';

/**
 * Holds the chat until the transaction ends; false when another replica has it in hand.
 * SQLite has one process and one transaction at a time, and so needs no lock.
 */
export async function leaseChat(tx: Transaction, chatKey: string): Promise<boolean> {
  if (tx.connection.options.type !== 'mysql') return true;
  const held = await tx.query<unknown[]>('SELECT 1 FROM chats WHERE `key` = ? FOR UPDATE SKIP LOCKED', [
    chatKey,
  ]);
  return held.length > 0;
}

/**
 * The chat's next entry, due or not, and whether another stands behind it. What arrived first says whose turn it is;
 * among updates the messenger's numbers decide, since two deliveries may overtake one another.
 */
export async function nextEntry(
  tx: Transaction,
  chatKey: string,
): Promise<{ entry: InboxEntry; more: boolean } | null> {
  const whoseTurn = tx
    .createQueryBuilder()
    .subQuery()
    .select('head.source')
    .from(InboxEntry, 'head')
    .where('head.chatKey = :chatKey AND head.state = :waiting')
    .orderBy('head.id')
    .limit(1)
    .getQuery();
  const [entry, another] = await tx
    .createQueryBuilder(InboxEntry, 'entry')
    .addSelect(`CASE WHEN entry.source = ${whoseTurn} THEN 0 ELSE 1 END`, 'turn')
    .addSelect('CASE WHEN entry.source = :internalSource THEN entry.id ELSE 0 END', 'arrived')
    .where('entry.chatKey = :chatKey AND entry.state = :waiting')
    .setParameters({ chatKey, waiting: 'waiting', internalSource })
    .orderBy('turn')
    .addOrderBy('arrived')
    .addOrderBy('entry.updateId')
    .limit(2)
    .getMany();
  return entry ? { entry, more: another !== undefined } : null;
}

/** Lets the whole chat wait: what follows a failed entry must not overtake it. */
export async function delayChat(tx: Transaction, chatKey: string, until: Date): Promise<void> {
  await tx.update(InboxEntry, { chatKey, state: 'waiting', dueAt: LessThan(until) }, { dueAt: until });
}
