import { z } from 'zod';
import { ownAddress, wholeNumber } from '../settings/kinds.js';

/** How the process is run, and how much of it one chat may have. */
export const ownProcess = z.object({
  DIALOGUE_IDLE_MINUTES: wholeNumber(10, 1, 60),
  DIALOGUE_MOST_MINUTES: wholeNumber(15, 1, 120),
  UPDATES_PER_MINUTE: wholeNumber(20, 5, 600),
  HTTP_HOST: ownAddress,
  HTTP_PORT: wholeNumber(9090, 0, 65_535),
  REPLICA_NAME: z
    .string()
    .regex(/^[\w.-]{1,63}$/, 'must have up to 63 letters, digits, dots, dashes and underscores')
    .optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info'),
});
