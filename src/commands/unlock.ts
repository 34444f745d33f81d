import { memberAction } from './member-action.js';
import type { StaffCommand } from './staff-command.js';

export const unlock: StaffCommand = {
  name: 'unlock',
  description: 'staff-command-unlock',
  usage: 'usage-code',
  least: 'operator',
  run: memberAction('unlock'),
};
