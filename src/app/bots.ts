import type { UserFromGetMe } from 'grammy/types';
import { commandMenu } from '../bot/command-menu.js';
import { makeBot, type BotOptions, type HandleEntry } from '../bot/make-bot.js';
import { platforms } from '../chat/platform.js';
import { chatAddress } from '../chats/address.js';
import type { PlatformName } from '../platforms.js';
import type { Handle } from '../intake/update-handler.js';
import { growingPauses, pause } from '../intake/pauses.js';
import { refusesBot } from '../messenger/answer.js';
import type { Messenger } from '../messenger/messenger.js';
import { recordCall } from '../handlers/messenger/enqueue.js';
import type { Words } from '../words/words.js';
import { servicesIn, type SharedDeps } from './services.js';

/** The bots of all messengers, as one. */
export interface Bots {
  handle: Handle;
  /**
   * Asks each messenger who the bot is. Throws when one of them refuses the token; one that does not answer is asked
   * again in the background, and its bot goes without its own name until then.
   */
  meet(signal: AbortSignal): Promise<void>;
}

export interface BotsParts {
  messengers: readonly Messenger[];
  shared: SharedDeps;
  options: Omit<BotOptions, 'platform' | 'botInfo'>;
}

export function makeBots({ messengers, shared, options }: BotsParts): Bots {
  const bots = new Map<PlatformName, HandleEntry>();
  const know = (platform: PlatformName, botInfo: UserFromGetMe): void => {
    bots.set(platform, makeBot({ ...options, platform: platforms[platform], botInfo }));
  };
  for (const { platform, bot } of messengers) know(platform, nameless(bot));

  const meetOne = async (messenger: Messenger, signal: AbortSignal): Promise<void> => {
    const pauses = growingPauses();
    const ask = async (): Promise<boolean> => {
      const answer = await messenger.call('getMe', { signal, timeoutMs: 5_000 });
      if (answer.kind === 'ok')
        know(messenger.platform, { ...nameless(messenger.bot), ...(answer.result as object) });
      if (answer.kind === 'ok') await showCommands(messenger, options.words, signal);
      if (refusesBot(answer)) throw new Error(`${messenger.platform} refuses the bot token`);
      return answer.kind === 'ok';
    };
    const goOn = async (): Promise<void> => {
      do await pause(pauses.next(), signal);
      while (!signal.aborted && !(await ask()));
    };
    // A token refused this late is noticed by the poller as well, which has the right to stop the process.
    if (!(await ask())) void goOn().catch(() => undefined);
  };
  return {
    meet: async (signal) => {
      await Promise.all(messengers.map((messenger) => meetOne(messenger, signal)));
    },
    handle: async (tx, chatKey, incoming, start) => {
      const { platform } = chatAddress(chatKey);
      const handle = bots.get(platform);
      if (!handle) throw new Error(`no bot is set up for ${platform}`);
      const record = recordCall({ ...shared, tx }, chatKey);
      await handle(servicesIn({ ...shared, start }, tx), record, chatKey, incoming);
    },
  };
}

/**
 * The menu beside everybody's input field: Persian for whoever reads neither, and under its own code as well, since what
 * was once set there by hand would go before it. Nothing depends on it, so a messenger may refuse.
 */
async function showCommands(messenger: Messenger, words: Words, signal: AbortSignal): Promise<void> {
  if (!platforms[messenger.platform].capabilities.commandMenu) return;
  const scope = { type: 'all_private_chats' };
  for (const [locale, language] of [['fa'], ['fa', 'fa'], ['en', 'en']] as const) {
    const menu = { commands: commandMenu(words, locale), scope, language_code: language };
    await messenger.call('setMyCommands', { body: JSON.stringify(menu), signal, timeoutMs: 5_000 });
  }
}

const nameless = (bot: string): UserFromGetMe =>
  ({ id: Number(bot), is_bot: true, first_name: '', username: '' }) as UserFromGetMe;
