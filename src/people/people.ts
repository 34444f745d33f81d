import type { StaffAccount } from '../../entities/staff-account.js';
import type { StaffPerson, StaffRole } from '../../entities/staff-person.js';
import { chatAddress, type AccountName, type Asker } from '../chats/address.js';
import { sinceNow, type Clock } from '../clock.js';
import type { Transaction } from '../db/transaction.js';
import { makePeopleStore } from './store.js';
import { laterOf, rankAfter } from './rank.js';
import { atLeast, isRanked } from './role.js';

/** Somebody of staff, as they stand at this moment, and the chat that they write in. */
export interface StaffMember {
  personId: number;
  name: string;
  role: StaffRole;
  chatKey: string;
  /** Since when they have been of rank (supervisor or owner) and this account theirs; null: of no rank. */
  rankedSince: Date | null;
}

/** A person with all accounts of theirs. */
export type Colleague = StaffPerson & { accounts: StaffAccount[] };

/** Who works here. Works inside one transaction. */
export interface People {
  /** Whose account this is, if its person is of staff now. Notes the chat, so that we can write to it later. */
  at(asker: Asker): Promise<StaffMember | null>;
  /** One active person; null when they have left. */
  byId(personId: number): Promise<StaffPerson | null>;
  /** The person behind an account, active or not. */
  byAccount(account: AccountName): Promise<StaffPerson | null>;
  active(): Promise<Colleague[]>;
  /** Those who have left included. */
  everybody(): Promise<Colleague[]>;
  nameOf(personId: number): Promise<string | null>;
  /** Chats of everybody of at least this role, but for one person. */
  chatsOf(least: StaffRole, except?: number): Promise<string[]>;
  chatsOfPerson(personId: number): Promise<string[]>;
  /** How many others hold at least this role. */
  countOthers(least: StaffRole, except: number): Promise<number>;
  /** Holds all owners until the transaction ends, so that two of them cannot send each other away. */
  lockOwners(): Promise<void>;
  /** A new person, or a former one who comes back. */
  add(account: AccountName, name: string, role: StaffRole): Promise<number>;
  /** One more account of a person; false when it is somebody's already. */
  addAccount(personId: number, account: AccountName): Promise<boolean>;
  remove(personId: number): Promise<boolean>;
  setRole(personId: number, from: StaffRole, to: StaffRole): Promise<boolean>;
}

export function makePeople({ tx, clock }: { tx: Transaction; clock: Clock }): People {
  const store = makePeopleStore(tx);
  const ranked = async (least: StaffRole, except?: number): Promise<StaffPerson[]> =>
    (await store.active()).filter(({ id, role }) => id !== except && atLeast(role, least));
  const personNow = async (person: StaffPerson): Promise<StaffPerson> => {
    const rankedSince = await sinceNow(clock.now(), person.rankedSince, person.rankSeenAhead, (now) =>
      store.noteRankAhead(person.id, now),
    );
    return { ...person, rankedSince };
  };
  const accountNow = async (account: StaffAccount): Promise<StaffAccount> => {
    const addedAt = await sinceNow(clock.now(), account.addedAt, account.addedSeenAhead, (now) =>
      store.noteAccountAhead(account.id, now),
    );
    return { ...account, addedAt };
  };
  const accountsOf = async (personId: number): Promise<StaffAccount[]> =>
    Promise.all((await store.accountsOf(personId)).map(accountNow));
  const withAccounts = (people: StaffPerson[]): Promise<Colleague[]> =>
    Promise.all(
      people.map(async (person) => ({
        ...(await personNow(person)),
        accounts: await accountsOf(person.id),
      })),
    );
  const rankOf = async ({ id, role, rankedSince }: StaffPerson): Promise<Date | null> => {
    if (rankedSince !== null || !isRanked(role)) return rankedSince;
    await store.startRank(id, clock.now());
    return clock.now();
  };
  const chatsOfPerson = async (personId: number): Promise<string[]> =>
    (await store.accountsOf(personId)).flatMap(({ chatKey }) => chatKey ?? []);
  return {
    at: async ({ chatKey, senderId }) => {
      const { platform } = chatAddress(chatKey);
      const account = await store.account({ platform, account: senderId });
      const person = account && (await store.person(account.personId));
      if (person?.state !== 'active') return null;
      if (account && account.chatKey !== chatKey) await store.noteChat(account.id, chatKey);
      return {
        personId: person.id,
        name: person.name,
        role: person.role,
        chatKey,
        rankedSince: laterOf(
          await rankOf(await personNow(person)),
          account && (await accountNow(account)).addedAt,
        ),
      };
    },
    byId: async (personId) => {
      const person = await store.person(personId);
      return person?.state === 'active' ? personNow(person) : null;
    },
    byAccount: async (name) => {
      const account = await store.account(name);
      return account && store.person(account.personId);
    },
    active: async () => withAccounts(await store.active()),
    everybody: async () => withAccounts(await store.everybody()),
    nameOf: async (personId) => (await store.person(personId))?.name ?? null,
    chatsOf: async (least, except) =>
      (await Promise.all((await ranked(least, except)).map(({ id }) => chatsOfPerson(id)))).flat(),
    chatsOfPerson,
    countOthers: async (least, except) => (await ranked(least, except)).length,
    lockOwners: () => store.lockOwners(),
    add: async (name, called, role) => {
      const known = await store.account(name);
      if (known) {
        const before = await store.person(known.personId);
        const rank = rankAfter(before, role, clock.now());
        await store.bringBack(known.personId, { name: called, role, ...rank }, clock.now());
        return known.personId;
      }
      const createdAt = clock.now();
      const rank = rankAfter(null, role, createdAt);
      const personId = await store.insert({ name: called, role, state: 'active', createdAt, ...rank });
      await store.insertAccount({
        ...name,
        personId,
        chatKey: null,
        addedAt: createdAt,
        addedSeenAhead: null,
      });
      return personId;
    },
    addAccount: async (personId, name) => {
      if (await store.account(name)) return false;
      await store.insertAccount({
        ...name,
        personId,
        chatKey: null,
        addedAt: clock.now(),
        addedSeenAhead: null,
      });
      return true;
    },
    remove: async (personId) =>
      store.remove(personId, rankAfter(await store.person(personId), null, clock.now())),
    setRole: async (personId, from, to) =>
      store.setRole(personId, from, to, rankAfter(await store.person(personId), to, clock.now())),
  };
}
