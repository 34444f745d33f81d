import { staffMenuIn } from '../bot/command-menu.js';
import { platforms } from '../chat/platform.js';
import { chatAddress } from '../chats/address.js';
import type { TransactionRunner } from '../db/transaction.js';
import { recordCall } from '../handlers/messenger/enqueue.js';
import type { Messenger } from '../messenger/messenger.js';
import type { Words } from '../words/words.js';
import { servicesIn, type SharedDeps } from './services.js';

export interface StaffMenusParts {
  shared: SharedDeps;
  inTransaction: TransactionRunner;
  messengers: readonly Messenger[];
  words: Words;
}

/** Has the menus in the chats of staff set anew: this version may have other commands than the last. */
export async function renewStaffMenus({ shared, inTransaction, ...parts }: StaffMenusParts): Promise<void> {
  const { messengers, words } = parts;
  const withMenu = messengers.filter(({ platform }) => platforms[platform].capabilities.commandMenu);
  const bots = new Set(withMenu.map(({ platform, bot }) => `${platform}:${bot}`));
  await inTransaction(async (tx) => {
    const { people, chatRepository } = servicesIn(shared, tx);
    for (const { id, role } of await people.active()) {
      for (const chatKey of await people.chatsOfPerson(id)) {
        const { platform, bot } = chatAddress(chatKey);
        if (!bots.has(`${platform}:${bot}`)) continue;
        const locale = await chatRepository.locale(chatKey);
        const menu = staffMenuIn(chatKey, role, (key) => words.say(locale, key));
        await recordCall({ ...shared, tx }, chatKey)({ method: 'setMyCommands', body: JSON.stringify(menu) });
      }
    }
  });
}
