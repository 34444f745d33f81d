import type { Keyring } from '../keys/keyring.js';
import type { PlatformName } from '../platforms.js';
import { chatAddress } from './address.js';

/** A chat as staff read of it: they can tell two apart, and cannot find either in the messenger. */
export interface ChatName {
  platform: PlatformName;
  /** Six hex digits of a keyed hash; another one after the application key was changed. */
  mark: string;
}

const shown = 6;

export const chatName = (keyring: Pick<Keyring, 'index'>, chatKey: string): ChatName => ({
  platform: chatAddress(chatKey).platform,
  mark: keyring.index('chat', chatKey).slice(0, shown),
});
