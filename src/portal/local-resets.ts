import { PortalAccount } from '../../entities/portal-account.js';
import { PortalReset } from '../../entities/portal-reset.js';
import { isDuplicate } from '../db/duplicate.js';
import type { Transaction } from '../db/transaction.js';
import type { ResetAnswer } from '../reset/ports.js';
import { changedOne } from '../db/changed.js';

/** Counts the call, and carries the reset out when it is the first with this id. */
export async function carryOut(tx: Transaction, id: string, insuredCode: string): Promise<ResetAnswer> {
  const counted = await count(tx, id, insuredCode);
  if (counted !== 'new') return counted;
  const back = await tx
    .createQueryBuilder()
    .update(PortalAccount)
    .set({ password: 'initial', passwordHash: () => 'initial_hash' })
    .where({ insuredCode })
    .execute();
  if (changedOne(back)) return 'done';
  await tx.delete(PortalReset, { id });
  return 'missing';
}

async function count(tx: Transaction, id: string, insuredCode: string): Promise<'new' | 'done' | 'conflict'> {
  if (await countAgain(tx, id, insuredCode)) return 'done';
  if (await tx.existsBy(PortalReset, { id })) return 'conflict';
  try {
    await tx.insert(PortalReset, { id, insuredCode, calls: 1 });
    return 'new';
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return (await countAgain(tx, id, insuredCode)) ? 'done' : 'conflict';
  }
}

async function countAgain(tx: Transaction, id: string, insuredCode: string): Promise<boolean> {
  const counted = await tx.increment(PortalReset, { id, insuredCode }, 'calls', 1);
  return changedOne(counted);
}
