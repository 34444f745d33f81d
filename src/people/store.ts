import { IsNull } from 'typeorm';
import { StaffAccount } from '../../entities/staff-account.js';
import { StaffPerson, type StaffRole } from '../../entities/staff-person.js';
import type { Transaction } from '../db/transaction.js';
import type { AccountName } from '../chats/address.js';
import { changedOne } from '../db/changed.js';

/** Since when somebody has been of rank, and how long they were before. */
export type Rank = Pick<StaffPerson, 'rankedSince' | 'rankSeenAhead' | 'rankedHours'>;

/** The rows of people and their accounts. */
export interface PeopleStore {
  account(name: AccountName): Promise<StaffAccount | null>;
  accountsOf(personId: number): Promise<StaffAccount[]>;
  noteChat(accountId: number, chatKey: string): Promise<void>;
  person(id: number): Promise<StaffPerson | null>;
  active(): Promise<StaffPerson[]>;
  /** Those who have left included. */
  everybody(): Promise<StaffPerson[]>;
  /** Holds all active owners until the transaction ends. */
  lockOwners(): Promise<void>;
  insert(person: Omit<StaffPerson, 'id'>): Promise<number>;
  insertAccount(account: Omit<StaffAccount, 'id'>): Promise<void>;
  /** removed → active; all accounts of theirs count as new. */
  bringBack(id: number, as: Pick<StaffPerson, 'name' | 'role'> & Rank, now: Date): Promise<boolean>;
  /** active → removed. */
  remove(id: number, rank: Rank): Promise<boolean>;
  setRole(id: number, from: StaffRole, to: StaffRole, rank: Rank): Promise<boolean>;
  /** Begins to count, for somebody whose rank an older program has not. */
  startRank(id: number, now: Date): Promise<void>;
  /** Notes that a rank, or that an account is somebody's, begins ahead of the clock. */
  noteRankAhead(id: number, now: Date): Promise<void>;
  noteAccountAhead(id: number, now: Date): Promise<void>;
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
    everybody: () => tx.find(StaffPerson, { order: { id: 'ASC' } }),

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

    bringBack: async (id, as, now) => {
      const back = await tx.update(StaffPerson, { id, state: 'removed' }, { state: 'active', ...as });
      if (changedOne(back))
        await tx.update(StaffAccount, { personId: id }, { addedAt: now, addedSeenAhead: null });
      return changedOne(back);
    },
    remove: async (id, rank) =>
      changedOne(await tx.update(StaffPerson, { id, state: 'active' }, { state: 'removed', ...rank })),
    setRole: async (id, from, to, rank) =>
      changedOne(await tx.update(StaffPerson, { id, state: 'active', role: from }, { role: to, ...rank })),
    startRank: async (id, rankedSince) => {
      await tx.update(StaffPerson, { id, rankedSince: IsNull() }, { rankedSince, rankSeenAhead: null });
    },
    noteRankAhead: async (id, rankSeenAhead) => {
      await tx.update(StaffPerson, { id }, { rankSeenAhead });
    },
    noteAccountAhead: async (id, addedSeenAhead) => {
      await tx.update(StaffAccount, { id }, { addedSeenAhead });
    },
  };
}
