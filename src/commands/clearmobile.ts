import { memberAction } from './member-action.js';
import type { StaffCommand } from './staff-command.js';

export const clearmobile: StaffCommand = {
  name: 'clearmobile',
  description: 'staff-command-clearmobile',
  usage: 'usage-code',
  least: 'supervisor',
  run: memberAction('clear-mobile'),
};
