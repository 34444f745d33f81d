import { askFile } from './ask-file.js';
import type { StaffCommand } from './staff-command.js';
import { showUsage } from './staff-say.js';
import { typedCount } from './staff-words.js';
import { mostDays, usualDays } from './typed-span.js';

const usage = 'usage-stats';

/** The button under the picture: all its numbers in words. */
export const statsInWords: StaffCommand = {
  name: 'stats-in-words',
  description: null,
  usage: null,
  least: 'operator',
  run: async ({ scope, actor, staff }, argument) => {
    const days = typedCount(argument, 1, mostDays);
    if (days !== null)
      await staff.documents.request(actor, { what: 'stats', days, inWords: true }, scope.replies.locale);
  },
};

/** The last days in numbers. They are of groups, so the trail need not know who asked. */
export const stats: StaffCommand = {
  name: 'stats',
  description: 'staff-command-stats',
  usage,
  usageOptional: true,
  least: 'operator',
  run: async (context, argument) => {
    const days = argument === '' ? usualDays : typedCount(argument, 1, mostDays);
    await (days === null ? showUsage(context, usage) : askFile(context, { what: 'stats', days }));
  },
};
