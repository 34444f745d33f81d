import { atLeast, type StaffRole } from '../staff/role.js';
import { memberCommands } from './member-commands.js';
import { staffCommands } from './staff-commands.js';

/** What stands in the menu of somebody of staff: their work first, then what everybody may do. */
export const staffMenu = (role: StaffRole) => {
  const own = staffCommands.filter(({ least }) => atLeast(role, least));
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...memberCommands.filter(({ name }) => !names.has(name))];
};
