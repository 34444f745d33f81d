import { memberAction } from './member-action.js';
import type { StaffCommand } from './staff-command.js';

export const unblock: StaffCommand = {
  name: 'unblock',
  description: 'staff-command-unblock',
  usage: 'usage-code',
  least: 'supervisor',
  run: memberAction('unblock'),
};
