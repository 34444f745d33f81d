import type { PlatformName } from '../src/platforms.js';
import { person, type Player } from './cast.js';
import type { Account } from './emulator/account.js';
import type { Emulator } from './emulator/emulator.js';
import type { PersonChat, SharedCard } from './server/stage.js';

/** The account of somebody who plays, in this messenger. Throws for those who have none there. */
export function accountOf(emulator: Emulator, messenger: PlatformName, player: Player): Account {
  const id = player.accounts[messenger];
  if (id === undefined) throw new Error(`${player.role} has no account on ${messenger}`);
  const [firstName = '', ...lastName] = player.name.split(' ');
  const phone = 'phone' in player ? { phone: player.phone } : {};
  return emulator.account({ messenger, id, firstName, lastName: lastName.join(' '), ...phone });
}

/** The chat of somebody who plays, for the page. */
export function personChat(emulator: Emulator, messenger: PlatformName, player: Player): PersonChat {
  const account = accountOf(emulator, messenger, player);
  return {
    look: () => {
      const callbacks = account.callbacks();
      const waiting = callbacks.some(({ spinning }) => spinning);
      return {
        messages: account.messages(),
        keyboard: account.keyboard(),
        doing: account.doing() ?? (waiting ? 'typing' : null),
        blocked: account.blocked(),
        notes: callbacks.flatMap(({ id, shown }) => (shown ? [{ id, ...shown }] : [])),
        menu: account.menu(),
        fetched: emulator.pending(messenger) === 0,
      };
    },
    say: (text) => account.say(text),
    follow: (payload) => account.deepLink(payload),
    startAgain: () => {
      account.deleteChat();
      account.say('/start');
    },
    press: (label) => account.press(label),
    pressUnder: (messageId, data) => account.pressData(data, messageId),
    edit: (messageId, text) => account.editMessage(messageId, text),
    share: (card) => account.shareContact(cards[card]),
    hand: ({ bytes, name, mime }) => account.sendDocument(bytes, name, mime),
    send: {
      sticker: () => account.sendSticker(),
      voice: () => account.sendVoice(),
      photo: () => account.sendPhoto(),
      location: () => account.sendLocation(),
      poll: () => account.sendPoll(),
      document: () => account.sendDocument(Buffer.from('ramzyar'), 'ramzyar.txt', 'text/plain'),
    },
    block: () => account.block(),
    unblock: () => account.unblock(),
    file: (id) => account.download(id),
  };
}

const somebodyElse = person('behrouz');

const cards: Readonly<Record<SharedCard, Parameters<Account['shareContact']>[0]>> = {
  own: {},
  other: { phone: '09120000099', userId: somebodyElse.accounts.telegram ?? null },
  forwarded: { forwarded: true },
  unnamed: { userId: null },
};
