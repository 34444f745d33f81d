import { z } from 'zod';
import type { WarnAt } from '../alerts/watch.js';
import { wholeNumber } from '../settings/kinds.js';

/** From where on staff are told by themselves; 0 for credit: never. */
export const warnings = z
  .object({
    SMS_CREDIT_WARNING_RIALS: wholeNumber(500_000, 0, 1_000_000_000),
    SMS_CREDIT_WARNING_MESSAGES: wholeNumber(300, 0, 1_000_000),
    WRONG_PAIRS_WARNING_PER_HOUR: wholeNumber(60, 5, 100_000),
  })
  .transform((env): WarnAt => ({
    creditRials: env.SMS_CREDIT_WARNING_RIALS,
    creditMessages: env.SMS_CREDIT_WARNING_MESSAGES,
    wrongPairsPerHour: env.WRONG_PAIRS_WARNING_PER_HOUR,
  }));
