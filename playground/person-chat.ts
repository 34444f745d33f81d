import type { PlatformName } from '../src/chats/address.js';
import { person, type CastMember } from './cast.js';
import type { Account } from './emulator/account.js';
import type { Emulator } from './emulator/emulator.js';
import type { PersonChat, SharedCard } from './server/stage.js';

/** The account of somebody in the cast, in this messenger. Throws for those who have none there. */
export function accountOf(emulator: Emulator, messenger: PlatformName, member: CastMember): Account {
  const id = member.accounts[messenger];
  if (id === undefined) throw new Error(`${member.role} has no account on ${messenger}`);
  const [firstName = '', ...lastName] = member.name.split(' ');
  return emulator.account({ messenger, id, firstName, lastName: lastName.join(' '), phone: member.phone });
}

/** The chat of somebody in the cast, for the page. */
export function personChat(emulator: Emulator, messenger: PlatformName, member: CastMember): PersonChat {
  const account = accountOf(emulator, messenger, member);
  return {
    look: () => {
      const { chats, pending } = snapshot(emulator, messenger);
      const chat = chats.find(({ id }) => id === account.chatId);
      if (!chat) throw new Error('an account has a chat');
      const { messages, keyboard, typing, blocked, callbacks, menu } = chat;
      const notes = callbacks.flatMap(({ id, shown }) => (shown ? [{ id, ...shown }] : []));
      const waiting = callbacks.some(({ spinning }) => spinning);
      return { messages, keyboard, typing: typing || waiting, blocked, notes, menu, fetched: pending === 0 };
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
    file: (id) => fetchFile(`${emulator.root(messenger)}`, emulator.token(messenger), id),
  };
}

/** How the bot presents itself on this messenger. */
export function botOn(emulator: Emulator, messenger: PlatformName): { name: string; username: string } {
  const { firstName, username } = snapshot(emulator, messenger).bot;
  return { name: firstName, username };
}

const somebodyElse = person('behrouz');

const cards: Readonly<Record<SharedCard, Parameters<Account['shareContact']>[0]>> = {
  own: {},
  other: { phone: '09120000099', userId: somebodyElse.accounts.telegram ?? null },
  forwarded: { forwarded: true },
  unnamed: { userId: null },
};

function snapshot(emulator: Emulator, messenger: PlatformName) {
  const found = emulator.state().messengers.find(({ name }) => name === messenger);
  if (!found) throw new Error(`${messenger} is not on this stage`);
  return found;
}

async function fetchFile(root: string, token: string, id: string): Promise<Response | null> {
  const asked = await fetch(`${root}/bot${token}/getFile?file_id=${encodeURIComponent(id)}`);
  const { result } = (await asked.json()) as { result?: { file_path?: string } };
  return result?.file_path ? fetch(`${root}/file/bot${token}/${result.file_path}`) : null;
}
