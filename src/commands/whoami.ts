import type { StaffCommand } from './staff-command.js';

/** Whoever has just been let in is asked to send it, so it also brings them their menu. */
export const whoami: StaffCommand = {
  name: 'whoami',
  description: 'staff-command-whoami',
  usage: null,
  least: 'operator',
  run: async ({ scope, actor: { name, role, personId } }) => {
    const keyboard = await scope.showMenu(role);
    await scope.replies.say({ kind: 'whoami', name, role, number: personId }, keyboard);
  },
};
