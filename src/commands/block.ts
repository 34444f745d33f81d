import { memberAction } from './member-action.js';
import type { StaffCommand } from './staff-command.js';

export const block: StaffCommand = {
  name: 'block',
  description: 'staff-command-block',
  usage: 'usage-code',
  least: 'supervisor',
  run: memberAction('block'),
};
