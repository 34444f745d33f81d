import { platformNames, type PlatformName } from '../platforms.js';

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
  const [name, bot, chat, ...rest] = key.split(':');
  const platform = platformNames.find((one) => one === name);
  if (!platform || !bot || !chat || rest.length > 0) throw new Error('not a chat key');
  return { platform, bot, chat };
}

/** What stays of a chat whose member is forgotten: the messenger, for counting. */
export const chatOfNobody = (key: string): string => chatKey({ ...chatAddress(key), chat: '0' });

/** An account of a messenger. */
export interface AccountName {
  platform: PlatformName;
  /** The messenger's own number of it. */
  account: string;
}

/** An account as people write it: `telegram:123`; null when it is none, or of a messenger that we do not know. */
export function parseAccount(text: string): AccountName | null {
  const [, name, account] = /^([a-z]+):(\d{1,20})$/.exec(text) ?? [];
  const platform = platformNames.find((one) => one === name);
  return platform && account ? { platform, account } : null;
}

/** The same the other way round. */
export const writtenAccount = ({ platform, account }: AccountName): string => `${platform}:${account}`;
