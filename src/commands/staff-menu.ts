import { atLeast, type StaffRole } from '../people/role.js';
import { memberCommands } from './member-commands.js';
import { staffCommands } from './staff-commands.js';

const ownOf = (role: StaffRole) =>
  staffCommands.filter(({ least, description }) => description !== null && atLeast(role, least));

/** What stands in the menu of somebody of staff: their work first, then what everybody may do. */
export const staffMenu = (role: StaffRole) => {
  const own = ownOf(role);
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...memberCommands.filter(({ name }) => !names.has(name))];
};

/** Their work on keys, where there is no menu: what can be sent by its name alone. */
export const staffKeys = (role: StaffRole) => ({
  keys: ownOf(role)
    .filter(({ usage, usageOptional }) => usage === null || usageOptional)
    .map(({ name }) => `/${name}`),
});
