import { PortalAccount } from '../../entities/portal-account.js';
import type { TransactionRunner } from '../db/transaction.js';
import type { Random } from '../random.js';
import { hashPassword, isLockedHash, isPassword, openHash } from './password-hash.js';
import { changedOne } from '../db/changed.js';

/** What the embedded portal's owner and its members can do there, besides what the port asks of it. */
export interface LocalAccounts {
  /** A new account. Without a password of its own, its password is the initial one. */
  openAccount(insuredCode: string, initialPassword: string, password?: string): Promise<void>;
  /** Is this the account's password, and the account not locked? The same work for an unknown account. */
  signIn(insuredCode: string, password: string): Promise<boolean>;
  /** False when there is no such account. */
  changePassword(insuredCode: string, password: string): Promise<boolean>;
  /** Whoever runs the portal opens an account that was locked. */
  unlock(insuredCode: string): Promise<void>;
  /** What the account's password really is, whether or not the portal is away. */
  state(insuredCode: string): Promise<'initial' | 'changed' | 'missing'>;
}

/** `cost` is scrypt's N. All hashing is done outside transactions: it is slow on purpose. */
export function makeLocalAccounts(
  inTransaction: TransactionRunner,
  random: Random,
  cost: number,
): LocalAccounts {
  const find = (insuredCode: string): Promise<PortalAccount | null> =>
    inTransaction((tx) => tx.findOneBy(PortalAccount, { insuredCode }));
  const hash = (password: string): Promise<string> => hashPassword(password, cost, random);
  const nobodysHash = hash(random.bytes(16).toString('hex'));
  return {
    openAccount: async (insuredCode, initialPassword, own) => {
      const initialHash = await hash(initialPassword);
      const row = {
        insuredCode,
        initialHash,
        ...(await passwordOf(own, initialPassword, initialHash, hash)),
      };
      await inTransaction((tx) => tx.insert(PortalAccount, row));
    },
    signIn: async (insuredCode, password) => {
      const account = await find(insuredCode);
      const right = await isPassword(password, openHash(account?.passwordHash ?? (await nobodysHash)));
      return right && account !== null && !isLockedHash(account.initialHash);
    },
    changePassword: async (insuredCode, password) => {
      const account = await find(insuredCode);
      if (!account) return false;
      const { initialHash } = account;
      const change = (await isPassword(password, openHash(initialHash)))
        ? ({ password: 'initial', passwordHash: initialHash } as const)
        : ({ password: 'changed', passwordHash: await hash(password) } as const);
      return inTransaction(async (tx) => changedOne(await tx.update(PortalAccount, { insuredCode }, change)));
    },
    unlock: async (insuredCode) => {
      const account = await find(insuredCode);
      if (!account) return;
      const open = {
        initialHash: openHash(account.initialHash),
        passwordHash: openHash(account.passwordHash),
      };
      await inTransaction((tx) => tx.update(PortalAccount, { insuredCode }, open));
    },
    state: async (insuredCode) => (await find(insuredCode))?.password ?? 'missing',
  };
}

async function passwordOf(
  own: string | undefined,
  initialPassword: string,
  initialHash: string,
  hash: (password: string) => Promise<string>,
): Promise<Pick<PortalAccount, 'password' | 'passwordHash'>> {
  if (own === undefined || own === initialPassword) return { password: 'initial', passwordHash: initialHash };
  return { password: 'changed', passwordHash: await hash(own) };
}
