import { z } from 'zod';
import type { MessengerSettings } from '../messenger/messenger.js';
import { address } from './setting.js';

const token = z
  .string()
  .regex(
    /^\d+:[\w-]{3,}$/,
    'does not look like a bot token (digits, a colon, letters); copy it whole from BotFather',
  )
  .optional();

/** The bots to run: at least one. */
export const messengers = z
  .object({
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: address('https://api.telegram.org'),
    BALE_BOT_TOKEN: token,
    BALE_API_ROOT: address('https://tapi.bale.ai'),
  })
  .transform((env): MessengerSettings[] => {
    const all: MessengerSettings[] = [];
    if (env.TELEGRAM_BOT_TOKEN) {
      all.push({ platform: 'telegram', token: env.TELEGRAM_BOT_TOKEN, apiRoot: env.TELEGRAM_API_ROOT });
    }
    if (env.BALE_BOT_TOKEN)
      all.push({ platform: 'bale', token: env.BALE_BOT_TOKEN, apiRoot: env.BALE_API_ROOT });
    return all;
  })
  .refine(
    (all) => all.length > 0,
    'TELEGRAM_BOT_TOKEN or BALE_BOT_TOKEN is missing: set at least one of them',
  );
