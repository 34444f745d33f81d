import { z } from 'zod';
import type { MessengerSettings } from '../messenger/messenger.js';
import type { CallRate } from '../outbox/rate-limiter.js';
import { address, whole } from '../settings/kinds.js';
import { secret } from '../settings/secrets.js';

/** Some libraries want `/bot` at its end; here the token's part of the path comes by itself. */
const apiRoot = (fallback: string) =>
  address(fallback).refine(
    (url) => !/\/bot(\d+:.*)?$/.test(url),
    'must end before /bot, as https://tapi.bale.ai does',
  );

const token = secret(z.string())
  .regex(
    /^\d+:[\w-]{3,}$/,
    'does not look like a bot token (digits, a colon, letters); copy it whole from BotFather',
  )
  .optional();

/**
 * Telegram takes "no more than 30 messages per second or so" of a bot, and of those one a second to the same chat, short
 * bursts aside (core.telegram.org/bots/faq). A little less, since calls may get closer to each other on their way.
 */
const telegramRate: CallRate = { perSecond: 25, perChatAndMinute: 60 };

/**
 * Bale publishes no number: its documentation says that the quota follows from how people use the bot. Developers have
 * met a limit after bursts of 50 to 100 messages. A careful choice of ours, to be raised where Bale allows more.
 */
const baleRate: CallRate = { perSecond: 10, perChatAndMinute: 60 };

const mostPerSecond = 1_000;
const mostPerChat = 60_000;

/** The bots to run: at least one. */
export const messengers = z
  .object({
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot('https://api.telegram.org'),
    TELEGRAM_CALLS_PER_SECOND: whole(telegramRate.perSecond, 1, mostPerSecond),
    TELEGRAM_PER_CHAT_AND_MINUTE: whole(telegramRate.perChatAndMinute, 1, mostPerChat),
    BALE_BOT_TOKEN: token,
    BALE_API_ROOT: apiRoot('https://tapi.bale.ai'),
    BALE_CALLS_PER_SECOND: whole(baleRate.perSecond, 1, mostPerSecond),
    BALE_PER_CHAT_AND_MINUTE: whole(baleRate.perChatAndMinute, 1, mostPerChat),
  })
  .transform((env): MessengerSettings[] => {
    const telegram = {
      platform: 'telegram' as const,
      apiRoot: env.TELEGRAM_API_ROOT,
      rate: {
        perSecond: env.TELEGRAM_CALLS_PER_SECOND,
        perChatAndMinute: env.TELEGRAM_PER_CHAT_AND_MINUTE,
      },
    };
    const bale = {
      platform: 'bale' as const,
      apiRoot: env.BALE_API_ROOT,
      rate: { perSecond: env.BALE_CALLS_PER_SECOND, perChatAndMinute: env.BALE_PER_CHAT_AND_MINUTE },
    };
    return [
      ...(env.TELEGRAM_BOT_TOKEN ? [{ ...telegram, token: env.TELEGRAM_BOT_TOKEN }] : []),
      ...(env.BALE_BOT_TOKEN ? [{ ...bale, token: env.BALE_BOT_TOKEN }] : []),
    ];
  })
  .refine(
    (all) => all.length > 0,
    'TELEGRAM_BOT_TOKEN or BALE_BOT_TOKEN is missing: set at least one of them',
  );
