import type { Chats } from '../reset/ports.js';
import type { Deed, Deeds } from './action.js';
import type { People } from '../people/people.js';
import type { Sign } from './maintenance.js';

export interface HouseDeedParts {
  people: People;
  sign: Sign;
  chats: Chats;
  /** A new name for an event that may happen again. */
  token: () => string;
}

type HouseDeeds = Pick<Deeds, 'close-house' | 'open-house' | 'add' | 'link' | 'remove' | 'role'>;

/** What staff may do about the house itself: its door, and who works in it. */
export function makeHouseDeeds({ people, sign, chats, token }: HouseDeedParts): HouseDeeds {
  const tellRole = async (personId: number): Promise<void> => {
    const role = (await people.byId(personId))?.role ?? 'none';
    for (const chatKey of await people.chatsOfPerson(personId)) {
      await chats.tell(chatKey, { kind: 'staff-role', role }, `role:${token()}`);
    }
  };
  const accountStands = async (account: Parameters<People['byAccount']>[0]) => {
    const person = await people.byAccount(account);
    return person ? `${person.id}/${person.state}` : 'nobody';
  };
  /** The last owner stays: otherwise nobody could let anybody in. */
  const standing = async (personId: number): Promise<string | null> => {
    await people.holdOwners();
    const person = await people.byId(personId);
    const last = person?.role === 'owner' && (await people.countOthers('owner', personId)) === 0;
    return person && !last ? person.role : null;
  };

  return {
    'close-house': {
      ...bySupervisor,
      leaves: async () => ((await sign.read()) === null ? 'open' : 'closed'),
      carryOut: ({ text }) => sign.hang(text),
    },
    'open-house': {
      ...bySupervisor,
      leaves: async () => ((await sign.read()) === null ? null : 'closed'),
      carryOut: () => sign.takeDown(),
    },
    add: {
      ...byOwner,
      leaves: async (act) => {
        const found = await accountStands(act);
        return found.endsWith('/active') ? null : found;
      },
      carryOut: async (act) => {
        await tellRole(await people.add(act, act.name, act.role));
        return true;
      },
    },
    link: {
      ...byOwner,
      leaves: async (act) => ((await accountStands(act)) === 'nobody' ? 'nobody' : null),
      carryOut: ({ personId, platform, account }) => people.addAccount(personId, { platform, account }),
    },
    remove: {
      ...byOwner,
      leaves: ({ personId }) => standing(personId),
      carryOut: async ({ personId }) => {
        if (!(await people.remove(personId))) return false;
        await tellRole(personId);
        return true;
      },
    },
    role: {
      ...byOwner,
      leaves: async ({ personId, role }) => {
        const found = await standing(personId);
        return found === role ? null : found;
      },
      carryOut: async ({ personId, role }) => {
        const person = await people.byId(personId);
        if (!person || !(await people.setRole(personId, person.role, role))) return false;
        await tellRole(personId);
        return true;
      },
    },
  };
}

const bySupervisor: Pick<Deed<never>, 'least' | 'twoPersons'> = { least: 'supervisor', twoPersons: false };
const byOwner: Pick<Deed<never>, 'least' | 'twoPersons'> = { least: 'owner', twoPersons: false };
