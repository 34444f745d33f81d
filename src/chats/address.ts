import type { PlatformName } from '../platforms.js';

/** Where a private chat is: messenger, bot and chat, all three, since ids repeat across messengers and bots. */
export interface ChatAddress {
  platform: PlatformName;
  /** The bot's own numeric id. */
  bot: string;
  /** The chat's id, in decimal. */
  chat: string;
}

/** Who is asking: the chat and the account in it. Only they may answer the challenge. */
export interface Asker {
  chatKey: string;
  senderId: string;
}

/** The address as one key: `telegram:700001:42`. */
export function chatKey({ platform, bot, chat }: ChatAddress): string {
  return `${platform}:${bot}:${chat}`;
}

/** The key taken apart again. Throws on anything that `chatKey` did not make. */
export function chatAddress(key: string): ChatAddress {
  const [platform, bot, chat, ...rest] = key.split(':');
  if ((platform !== 'telegram' && platform !== 'bale') || !bot || !chat || rest.length > 0) {
    throw new Error('not a chat key');
  }
  return { platform, bot, chat };
}
