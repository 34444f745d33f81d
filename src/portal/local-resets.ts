import { createHash } from 'node:crypto';
import { PortalAccount } from '../../entities/portal-account.js';
import { PortalReset } from '../../entities/portal-reset.js';
import { isDuplicate } from '../db/duplicate.js';
import type { Transaction } from '../db/transaction.js';
import type { ResetAnswer } from '../reset/ports.js';
import { changedOne } from '../db/changed.js';
import { lockedHash } from './password-hash.js';
import type { PortalCapability } from './port.js';

/** What an order does to its account; false when there is none. */
type Deed = (tx: Transaction, insuredCode: string) => Promise<boolean>;

/** Counts the call, and puts the password back when it is the first with this id. */
export const carryOut = (tx: Transaction, id: string, insuredCode: string): Promise<ResetAnswer> =>
  once(tx, id, insuredCode, putBack);

/** The same of an optional call, whose ids are its own. */
export function carryOutOptional(
  tx: Transaction,
  name: PortalCapability,
  id: string,
  insuredCode: string,
): Promise<ResetAnswer> {
  const own = createHash('sha256').update(`${name}:${id}`).digest('hex').slice(0, 32);
  return once(tx, own, insuredCode, name === 'lock-account' ? lock : exists);
}

async function once(tx: Transaction, id: string, insuredCode: string, deed: Deed): Promise<ResetAnswer> {
  const counted = await count(tx, id, insuredCode);
  if (counted !== 'new') return counted;
  if (await deed(tx, insuredCode)) return 'done';
  await tx.delete(PortalReset, { id });
  return 'missing';
}

const putBack: Deed = async (tx, insuredCode) => {
  const back = await tx
    .createQueryBuilder()
    .update(PortalAccount)
    .set({ password: 'initial', passwordHash: () => 'initial_hash' })
    .where({ insuredCode })
    .execute();
  return changedOne(back);
};

const lock: Deed = async (tx, insuredCode) => {
  const account = await tx.findOneBy(PortalAccount, { insuredCode });
  if (!account) return false;
  await tx.update(PortalAccount, { insuredCode }, { initialHash: lockedHash(account.initialHash) });
  return true;
};

/** Nobody stays signed in to the embedded portal, so there is no session to end. */
const exists: Deed = (tx, insuredCode) => tx.existsBy(PortalAccount, { insuredCode });

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
