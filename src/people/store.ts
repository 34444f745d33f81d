import { StaffAccount } from '../../entities/staff-account.js';
import { StaffPerson, type StaffRole } from '../../entities/staff-person.js';
import type { Transaction } from '../db/transaction.js';
import type { AccountName } from '../chats/address.js';
import { changedOne } from '../db/changed.js';

/** The rows of people and their accounts. */
export interface PeopleStore {
  account(name: AccountName): Promise<StaffAccount | null>;
  accountsOf(personId: number): Promise<StaffAccount[]>;
  noteChat(accountId: number, chatKey: string): Promise<void>;
  person(id: number): Promise<StaffPerson | null>;
  active(): Promise<StaffPerson[]>;
  /** Holds all active owners until the transaction ends. */
  lockOwners(): Promise<void>;
  insert(person: Omit<StaffPerson, 'id'>): Promise<number>;
  insertAccount(account: Omit<StaffAccount, 'id'>): Promise<void>;
  /** removed → active. */
  bringBack(id: number, name: string, role: StaffRole): Promise<boolean>;
  /** active → removed. */
  remove(id: number): Promise<boolean>;
  setRole(id: number, from: StaffRole, to: StaffRole): Promise<boolean>;
}

export function makePeopleStore(tx: Transaction): PeopleStore {
  return {
    account: ({ platform, account }) => tx.findOneBy(StaffAccount, { platform, account }),
    accountsOf: (personId) => tx.find(StaffAccount, { where: { personId }, order: { id: 'ASC' } }),
    noteChat: async (id, chatKey) => {
      await tx.update(StaffAccount, { id }, { chatKey });
    },
    person: (id) => tx.findOneBy(StaffPerson, { id }),
    active: () => tx.find(StaffPerson, { where: { state: 'active' }, order: { id: 'ASC' } }),

    lockOwners: async () => {
      await tx.update(StaffPerson, { state: 'active', role: 'owner' }, { role: 'owner' });
    },

    insert: async (person) => {
      const inserted = await tx.insert(StaffPerson, person);
      return (inserted.identifiers[0] as { id: number }).id;
    },
    insertAccount: async (account) => {
      await tx.insert(StaffAccount, account);
    },

    bringBack: async (id, name, role) =>
      changedOne(await tx.update(StaffPerson, { id, state: 'removed' }, { state: 'active', name, role })),
    remove: async (id) =>
      changedOne(await tx.update(StaffPerson, { id, state: 'active' }, { state: 'removed' })),
    setRole: async (id, from, to) =>
      changedOne(await tx.update(StaffPerson, { id, state: 'active', role: from }, { role: to })),
  };
}
