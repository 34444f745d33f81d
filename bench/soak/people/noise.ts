import type { Account } from '../../../playground/emulator/account.js';
import type { Chance } from '../chance.js';
import { pause } from '../mortal.js';

/** What people write who want nothing in particular. */
const nuisances: readonly ((chat: Account, chance: Chance) => unknown)[] = [
  (chat) => chat.say('سلام؟'),
  (chat) => chat.say('/help'),
  (chat) => chat.say('/reset'),
  (chat) => chat.say('/password'),
  (chat) => chat.say('۱'.repeat(4_096)),
  (chat) => chat.sendSticker(),
  (chat) => chat.sendVoice(),
  (chat) => chat.sendPhoto(),
  (chat) => chat.shareContact({ phone: '09137770099', userId: 1_001 }),
  // Nobody's code, and what cannot be an ID.
  (chat, chance) => chat.say(String(chance.between(9_000_000, 9_999_999))),
  (chat, chance) => chat.say(String(chance.between(1_000_000_000, 1_999_999_999))),
];

/** Milliseconds between two words of one chat: less often than the flood limit allows. */
const every = [4_000, 8_000] as const;

/** Writes one thing after the other until it is over. */
export async function makeNoise(chat: Account, chance: Chance, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    chance.oneOf(nuisances)(chat, chance);
    await pause(chance.between(...every));
  }
}
