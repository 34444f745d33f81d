import type { ReplyKeyboard } from './buttons.js';
import type { Callback } from './callbacks.js';
import type { Person } from './chat.js';
import type { ChatMessage } from './chat-message.js';
import type { BotCommand } from './command-menus.js';
import type { MessengerName } from './face.js';
import type { Messenger } from './messenger.js';

/** Everything that a page shows, as plain data. */
export interface Snapshot {
  messengers: MessengerSnapshot[];
}

export interface MessengerSnapshot {
  name: MessengerName;
  bot: { id: number; firstName: string; username: string };
  pending: number;
  webhook: string;
  chats: ChatSnapshot[];
}

export interface ChatSnapshot {
  id: number;
  person: Person;
  messages: ChatMessage[];
  keyboard: ReplyKeyboard | null;
  typing: boolean;
  blocked: boolean;
  started: boolean;
  callbacks: Callback[];
  menu: BotCommand[];
}

/** The private chats of one messenger as they are now. */
export function snapshotOf({
  face,
  updates,
  webhook,
  chats,
  callbacks,
  menus,
}: Messenger): MessengerSnapshot {
  const { id, firstName, username } = face.bot;
  return {
    name: face.name,
    bot: { id, firstName, username },
    pending: updates.size,
    webhook: webhook.url,
    chats: [...chats.values()]
      .filter(({ type }) => type === 'private')
      .map((chat) =>
        structuredClone({
          id: chat.id,
          person: chat.person,
          messages: chat.messages,
          keyboard: chat.keyboard,
          typing: chat.typing,
          blocked: chat.blocked,
          started: chat.started,
          callbacks: callbacks.ofChat(chat.id),
          menu: menus.seenIn(chat.id, 'fa'),
        }),
      ),
  };
}
