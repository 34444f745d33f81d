import type { StaffCommand } from './staff-command.js';

export const whoami: StaffCommand = {
  name: 'whoami',
  description: 'staff-command-whoami',
  usage: null,
  least: 'operator',
  run: ({ house, by: { name, role, personId } }) =>
    house.voice.say({ kind: 'whoami', name, role, number: personId }),
};
