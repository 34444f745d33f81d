import type { Emulator } from '../../playground/emulator/emulator.js';
import type { PlatformName } from '../../src/platforms.js';
import { makeMessenger, type Messenger } from '../../src/messenger/messenger.js';

/** So fast that nobody waits. */
export const quickRate = { perSecond: 1_000, perChatAndMinute: 60_000 };

/** The product's own way to an emulated messenger. */
export const messengerAt = (emulator: Emulator, platform: PlatformName): Messenger =>
  makeMessenger({
    platform,
    token: emulator.token(platform),
    apiRoot: emulator.root(platform),
    rate: quickRate,
  });
