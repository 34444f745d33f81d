import type { Tell } from '../chats/tell.js';
import type { ActionHandler, ActionHandlers } from './action.js';
import type { People } from '../people/people.js';
import type { Maintenance } from './maintenance.js';
import type { StaffEvent } from './events.js';

export interface GeneralActionParts {
  people: People;
  maintenance: Maintenance;
  chats: Tell<StaffEvent>;
  /** A new name for an event that may happen again. */
  token: () => string;
}

type GeneralActionHandlers = Pick<
  ActionHandlers,
  'close-house' | 'open-house' | 'add' | 'link' | 'remove' | 'role'
>;

/** What staff may do about the house itself: its door, and who works in it. */
export function makeGeneralActions({
  people,
  maintenance,
  chats,
  token,
}: GeneralActionParts): GeneralActionHandlers {
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
  const status = async (personId: number): Promise<string | null> => {
    await people.lockOwners();
    const person = await people.byId(personId);
    const last = person?.role === 'owner' && (await people.countOthers('owner', personId)) === 0;
    return person && !last ? person.role : null;
  };

  return {
    'close-house': {
      ...bySupervisor,
      snapshot: async () => ((await maintenance.read()) === null ? 'open' : 'closed'),
      carryOut: ({ text }) => maintenance.enable(text),
    },
    'open-house': {
      ...bySupervisor,
      snapshot: async () => ((await maintenance.read()) === null ? null : 'closed'),
      carryOut: () => maintenance.disable(),
    },
    add: {
      ...byOwner,
      snapshot: async (action) => {
        const found = await accountStands(action);
        return found.endsWith('/active') ? null : found;
      },
      carryOut: async (action) => {
        await tellRole(await people.add(action, action.name, action.role));
        return true;
      },
    },
    link: {
      ...byOwner,
      snapshot: async (action) => ((await accountStands(action)) === 'nobody' ? 'nobody' : null),
      carryOut: ({ personId, platform, account }) => people.addAccount(personId, { platform, account }),
    },
    remove: {
      ...byOwner,
      snapshot: ({ personId }) => status(personId),
      carryOut: async ({ personId }) => {
        if (!(await people.remove(personId))) return false;
        await tellRole(personId);
        return true;
      },
    },
    role: {
      ...byOwner,
      snapshot: async ({ personId, role }) => {
        const found = await status(personId);
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

const bySupervisor: Pick<ActionHandler<never>, 'least' | 'twoPersons'> = {
  least: 'supervisor',
  twoPersons: false,
};
const byOwner: Pick<ActionHandler<never>, 'least' | 'twoPersons'> = { least: 'owner', twoPersons: false };
