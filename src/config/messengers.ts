import { z } from 'zod';
import { parseProxy, type Proxy } from '../http-client/proxy-address.js';
import type { MessengerSettings } from '../messenger/messenger.js';
import type { CallRate } from '../outbox/rate-limiter.js';
import { platformNames, type PlatformName } from '../platforms.js';
import { address, prefixed, wholeNumber } from '../settings/kinds.js';
import { secret } from '../settings/secrets.js';
import { readGroup, together, type Env, type Read } from './setting.js';

interface Usual {
  apiRoot: string;
  rate: CallRate;
}

/** How each messenger is spoken to where nothing else is said. */
const usual: Readonly<Record<PlatformName, Usual>> = {
  /**
   * Telegram takes "no more than 30 messages per second or so" of a bot, and of those one a second to the same chat, short
   * bursts aside (core.telegram.org/bots/faq). A little less, since calls may get closer to each other on their way.
   */
  telegram: { apiRoot: 'https://api.telegram.org', rate: { perSecond: 25, perChatAndMinute: 60 } },
  /**
   * Bale publishes no number: its documentation says that the quota follows from how people use the bot. Developers have
   * met a limit after bursts of 50 to 100 messages. A careful choice of ours, to be raised where Bale allows more.
   */
  bale: { apiRoot: 'https://tapi.bale.ai', rate: { perSecond: 10, perChatAndMinute: 60 } },
};

const token = secret(z.string())
  .regex(
    /^\d+:[\w-]{3,}$/,
    'does not look like a bot token (digits, a colon, letters); copy it whole from BotFather',
  )
  .optional();

/** Some libraries want `/bot` at its end; here the token's part of the path comes by itself. */
const apiRoot = (fallback: string) =>
  address(fallback).refine(
    (url) => !/\/bot(\d+:.*)?$/.test(url),
    'must end before /bot, as https://tapi.bale.ai does',
  );

const proxyShape =
  'must be http://host:port, https://host:port or socks5://host:port, with user:password@ before the host where it asks for them; write @ : / # % in them as %40 %3A %2F %23 %25';

/** A secret, since it may hold a password. */
const proxy = secret(z.string())
  .transform((text, context): Proxy => {
    const read = parseProxy(text);
    if (read) return read;
    context.addIssue({ code: 'custom', message: proxyShape });
    return z.NEVER;
  })
  .optional();

const mostPerSecond = 1_000;
const mostPerChat = 60_000;

/** One messenger's settings, each behind its name, as `TELEGRAM_BOT_TOKEN`; it is not run without a token. */
const groupOf = (platform: PlatformName, { apiRoot: root, rate }: Usual) =>
  prefixed(`${platform.toUpperCase()}_`, {
    BOT_TOKEN: token,
    API_ROOT: apiRoot(root),
    PROXY: proxy,
    CALLS_PER_SECOND: wholeNumber(rate.perSecond, 1, mostPerSecond),
    PER_CHAT_AND_MINUTE: wholeNumber(rate.perChatAndMinute, 1, mostPerChat),
  }).transform((env): MessengerSettings[] => {
    if (!env.BOT_TOKEN) return [];
    const own = { perSecond: env.CALLS_PER_SECOND, perChatAndMinute: env.PER_CHAT_AND_MINUTE };
    return [{ platform, token: env.BOT_TOKEN, apiRoot: env.API_ROOT, rate: own, proxy: env.PROXY ?? null }];
  });

/** In the order of their names' list. */
export const messengerGroups = platformNames.map((platform) => groupOf(platform, usual[platform]));

/** The bots to run: at least one. */
export function readMessengers(env: Env): Read<MessengerSettings[]> {
  const read = together(messengerGroups.map((group) => readGroup(group, env)));
  if (!read.ok) return read;
  const bots = read.value.flat();
  if (bots.length > 0) return { ok: true, value: bots };
  const tokens = platformNames.map((platform) => `${platform.toUpperCase()}_BOT_TOKEN`);
  return { ok: false, faults: [`${tokens.join(' or ')} is missing: set at least one of them`] };
}
