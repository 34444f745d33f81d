import type { Update } from 'grammy/types';
import type { Messenger } from '../messenger/messenger.js';
import type { Words } from '../words/words.js';

/** What a person is told while nothing can be stored: "not now, I will answer later"; once a chat and outage. */
export interface OutageNotice {
  send(update: Update): Promise<void>;
  outageOver(): void;
}

/** Chats that are remembered as told; an outage that reaches more of them is told no further. */
const mostChats = 10_000;

/** Sent past the outbox, which is out of reach as well, and kept in memory alone. */
export function makeOutageNotice({ messenger, words }: { messenger: Messenger; words: Words }): OutageNotice {
  const told = new Set<number>();
  return {
    async send(update) {
      const chat = (update.message ?? update.callback_query?.message)?.chat;
      if (chat?.type !== 'private' || told.has(chat.id) || told.size >= mostChats) return;
      told.add(chat.id);
      const body = JSON.stringify({ chat_id: chat.id, text: words.say('fa', 'not-now') });
      await messenger.call('sendMessage', { body, timeoutMs: 5_000 });
    },
    outageOver: () => told.clear(),
  };
}
