import { atLeast } from '../people/role.js';
import type { StaffCommand } from './staff-command.js';

/** Lists what this person may do, each from its own definition. */
export const staffHelp = (all: () => readonly StaffCommand[]): StaffCommand => ({
  name: 'help',
  description: 'staff-command-help',
  usage: null,
  least: 'operator',
  run: async ({ scope, actor }) => {
    const own = all().filter(({ least, description }) => description !== null && atLeast(actor.role, least));
    const lines = own.map(({ name, description }) => ({
      kind: 'help-line',
      command: `/${name}`,
      does: { kind: description },
    }));
    const keyboard = await scope.showMenu(actor.role);
    await scope.replies.say([{ kind: 'staff-help', role: actor.role }, { lines }], keyboard);
  },
});
