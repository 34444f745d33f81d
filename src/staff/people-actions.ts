import { writtenAccount, type AccountName } from '../chats/address.js';
import type { Tell } from '../chats/tell.js';
import type { People } from '../people/people.js';
import { atLeast, type StaffRole } from '../people/role.js';
import type { SecondPersons } from '../people/second-persons.js';
import type { ActionHandlers, Hands, Snapshot } from './action.js';
import type { StaffChange, StaffEvent } from './events.js';

export interface PeopleActionParts {
  people: People;
  secondPersons: SecondPersons;
  chats: Tell<StaffEvent>;
  /** A new name for an event that may happen again. */
  token: () => string;
}

type PeopleActionHandlers = Pick<ActionHandlers, 'add' | 'link' | 'remove' | 'role'>;

/**
 * What owners may do about who works in the house. Whoever is the first may begin alone; once there has been a second
 * person, nobody lets anybody in, up, or in by another account without one. All of rank are told of each.
 */
export function makePeopleActions(parts: PeopleActionParts): PeopleActionHandlers {
  const { people, secondPersons } = parts;
  const told = tellOf(parts);
  const accountStands = async (account: AccountName): Promise<string> => {
    const person = await people.byAccount(account);
    return person ? `${person.id}/${person.state}` : 'nobody';
  };
  /** The last owner stays: otherwise nobody could let anybody in. */
  const status = async (personId: number): Promise<StaffRole | null | { not: 'last-owner' }> => {
    await people.lockOwners();
    const person = await people.byId(personId);
    if (person?.role !== 'owner') return person?.role ?? null;
    return (await people.countOthers('owner', personId)) === 0 ? { not: 'last-owner' } : 'owner';
  };
  const onceThereWasASecond = (_: unknown, askedBy: number): Promise<boolean> =>
    secondPersons.everBeside(askedBy);

  return {
    add: {
      least: 'owner',
      twoPersons: onceThereWasASecond,
      snapshot: async (action): Promise<Snapshot> => {
        const found = await accountStands(action);
        return found.endsWith('/active') ? { not: 'account-taken' } : found;
      },
      carryOut: async (action, hands) => {
        const personId = await people.add(action, action.name, action.role);
        await told.role(personId);
        await told.change(personId, { change: 'add', account: writtenAccount(action) }, hands);
        return true;
      },
    },
    link: {
      least: 'owner',
      twoPersons: onceThereWasASecond,
      snapshot: async (action) =>
        (await accountStands(action)) === 'nobody' ? 'nobody' : { not: 'account-taken' },
      carryOut: async ({ personId, platform, account }, hands) => {
        if (!(await people.addAccount(personId, { platform, account }))) return false;
        const change = { change: 'link', account: writtenAccount({ platform, account }) } as const;
        await told.change(personId, change, hands);
        return true;
      },
    },
    remove: {
      least: 'owner',
      twoPersons: false,
      snapshot: ({ personId }) => status(personId),
      carryOut: async ({ personId }, hands) => {
        if (!(await people.remove(personId))) return false;
        await told.role(personId);
        await told.change(personId, { change: 'remove', account: '' }, hands);
        return true;
      },
    },
    role: {
      least: 'owner',
      twoPersons: async ({ personId, role }, askedBy) => {
        const person = await people.byId(personId);
        const isRaise = person !== null && !atLeast(person.role, role);
        return isRaise && secondPersons.everBeside(askedBy);
      },
      snapshot: async ({ personId, role }) => {
        const found = await status(personId);
        return found === role ? null : found;
      },
      carryOut: async ({ personId, role }, hands) => {
        const person = await people.byId(personId);
        if (!person || !(await people.setRole(personId, person.role, role))) return false;
        await told.role(personId);
        await told.change(personId, { change: 'role', account: '' }, hands);
        return true;
      },
    },
  };
}

/** Tells the person what they are now, and everybody of rank, and the person, on all accounts, what was done and by whom. */
function tellOf({ people, secondPersons, chats, token }: PeopleActionParts) {
  return {
    role: async (personId: number): Promise<void> => {
      const role = (await people.byId(personId))?.role ?? 'none';
      for (const chatKey of await people.chatsOfPerson(personId))
        await chats.tell(chatKey, { kind: 'staff-role', role }, `role:${token()}`);
    },
    change: async (
      personId: number,
      { change, account }: Pick<StaffChange, 'change' | 'account'>,
      { askedBy, agreed }: Hands,
    ): Promise<void> => {
      const person = (await people.everybody()).find(({ id }) => id === personId);
      const nameOf = async (id: number | null) => (id === null ? '' : ((await people.nameOf(id)) ?? ''));
      const role = person?.state === 'active' ? person.role : 'none';
      const from = person && role !== 'none' ? secondPersons.from(person) : null;
      const told: StaffEvent = {
        kind: 'staff-change',
        ...{ change, account, role, name: person?.name ?? '', from: from ?? 0 },
        ...{ by: await nameOf(askedBy), agreed: await nameOf(agreed) },
      };
      const heard = [...(await people.chatsOf('supervisor')), ...(await people.chatsOfPerson(personId))];
      for (const chatKey of new Set(heard)) await chats.tell(chatKey, told, `change:${token()}`);
    },
  };
}
