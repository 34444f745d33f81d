import { IsNull, MoreThan, Not } from 'typeorm';
import { BoundChat } from '../../entities/bound-chat.js';
import { Member } from '../../entities/member.js';
import { changedCount } from '../db/changed.js';
import type { Transaction } from '../db/transaction.js';
import type { Keyring } from './keyring.js';

/** Rows of one transaction. */
const batch = 200;

/**
 * A bound chat keeps only the index of the number that proved it, so it is indexed anew from its member's number; one that
 * was proven by another number stays as it is, since it has ended. `after`: the last one that was looked at.
 */
export async function reindexBoundChats(
  { tx, keyring }: { tx: Transaction; keyring: Keyring },
  after: number,
): Promise<{ last: number | null; changed: number }> {
  const chats = await tx.find(BoundChat, {
    where: { id: MoreThan(after), endedAt: IsNull(), provenBy: Not(IsNull()) },
    order: { id: 'ASC' },
    take: batch,
  });
  let changed = 0;
  for (const { id, memberId, provenBy } of chats) {
    const member = await tx.findOneBy(Member, { id: memberId });
    const mobile = member?.mobile && keyring.decrypt('mobile', member.mobile);
    if (!mobile || provenBy === null || !keyring.indexes('mobile', mobile).includes(provenBy)) continue;
    const anew = keyring.index('mobile', mobile);
    if (anew !== provenBy)
      changed += changedCount(await tx.update(BoundChat, { id, provenBy }, { provenBy: anew }));
  }
  return { last: chats.at(-1)?.id ?? null, changed };
}
