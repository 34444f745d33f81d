import { staffMenuIn } from '../bot/command-menu.js';
import { platforms } from '../chat/platform.js';
import { chatAddress } from '../chats/address.js';
import type { InTransaction } from '../db/transaction.js';
import { recordCall } from '../handlers/messenger/enqueue.js';
import type { Messenger } from '../messenger/messenger.js';
import type { Words } from '../words/words.js';
import { servicesIn, type Ground } from './services.js';

export interface StaffMenusParts {
  ground: Ground;
  inTransaction: InTransaction;
  messengers: readonly Messenger[];
  words: Words;
}

/** Has the menus in the chats of staff set anew: this version may have other commands than the last. */
export async function renewStaffMenus({ ground, inTransaction, ...parts }: StaffMenusParts): Promise<void> {
  const { messengers, words } = parts;
  const withMenu = messengers.filter(({ platform }) => platforms[platform].capabilities.commandMenu);
  const bots = new Set(withMenu.map(({ platform, bot }) => `${platform}:${bot}`));
  await inTransaction(async (tx) => {
    const { staff, chatBook } = servicesIn(ground, tx);
    for (const { id, role } of await staff.people.active()) {
      for (const chatKey of await staff.people.chatsOfPerson(id)) {
        const { platform, bot } = chatAddress(chatKey);
        if (!bots.has(`${platform}:${bot}`)) continue;
        const locale = await chatBook.locale(chatKey);
        const menu = staffMenuIn(chatKey, role, (key) => words.say(locale, key));
        await recordCall({ ...ground, tx }, chatKey)({ method: 'setMyCommands', body: JSON.stringify(menu) });
      }
    }
  });
}
