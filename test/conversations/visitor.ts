import type { Update, User } from 'grammy/types';
import type { PlatformName } from '../../src/platforms.js';
import type { Incoming } from '../../src/intake/update-handler.js';
import type { Asker } from '../../src/chats/address.js';
import type { ChatEvent } from '../../src/chat/events.js';
import type { Words } from '../../src/words/words.js';
import type { makeScreen } from './screen.js';

export interface VisitorParts {
  id: number;
  platform: PlatformName;
  bot: number;
  words: Words;
  screen: ReturnType<typeof makeScreen>;
  /** Hands one entry of the inbox to the bot, and whatever follows from it. */
  comes: (asker: Asker, incoming: Incoming) => Promise<void>;
}

/** Somebody with a phone in their hand. */
export function makeVisitor({ id, platform, bot, words, screen, comes }: VisitorParts) {
  const asker: Asker = { chatKey: `${platform}:${bot}:${id}`, senderId: String(id) };
  const from: User = { id, is_bot: false, first_name: 'مهمان' };
  const chat = { id, type: 'private' as const, first_name: 'مهمان' };
  let count = 0;

  const update = (part: Omit<Update, 'update_id'>): Promise<void> =>
    comes(asker, { kind: 'update', update: { update_id: (count += 1), ...part } });
  /** `part` says what is in the message; answers its id. */
  const send = async (part: object): Promise<number> => {
    const message = { message_id: (count += 1), date: 0, from, chat, ...part };
    await update({ message: message });
    return message.message_id;
  };
  const pressData = (data: string, under: object = { message: { message_id: 1, date: 0, chat } }) => {
    const callback = { id: String((count += 1)), from, chat_instance: '1', data, ...under };
    return update({ callback_query: callback });
  };

  return {
    asker,
    screen,
    from,
    update,
    send,
    pressData,
    say: (text: string) => send({ text }),
    /** Says several things, one after the other, and reads what came last. */
    async says(...texts: string[]): Promise<string[]> {
      for (const text of texts) {
        screen.news();
        await send({ text });
      }
      return screen.news();
    },
    /** Presses the newest button of this key, in whatever language it is written, and reads what came. */
    async press(key: string): Promise<string[]> {
      screen.news();
      const labels = [words.say('fa', key), words.say('en', key)];
      const shown = screen.messages.flatMap(({ markup }) => markup?.inline_keyboard?.flat() ?? []);
      const label = shown.findLast(({ text }) => labels.includes(text))?.text;
      await pressData(screen.dataOf(label ?? key));
      return screen.news();
    },
    async told(event: ChatEvent): Promise<string[]> {
      screen.news();
      await comes(asker, { kind: 'event', event });
      return screen.news();
    },
    shareContact: (contact: object, more: object = {}) =>
      send({ contact: { first_name: 'مهمان', ...contact }, ...more }),
    edit: (text: string) =>
      update({
        edited_message: { message_id: (count += 1), date: 0, edit_date: 1, from, chat, text },
      }),
  };
}
