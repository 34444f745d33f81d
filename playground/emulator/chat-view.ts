import type { ReplyKeyboard } from './buttons.js';
import type { Callback } from './callbacks.js';
import type { Chat } from './chat.js';
import type { ChatMessage } from './chat-message.js';
import type { BotCommand } from './command-menus.js';
import type { Messenger } from './messenger.js';
import { Reader } from './reader.js';
import { drawChat } from './screen.js';

/** What one person sees of their chat with the bot. Everything handed out is a copy. */
export class ChatView {
  readonly #reader: Reader;

  constructor(
    private readonly source: Messenger,
    private readonly seen: { chat: Chat; group: Chat },
    quiet: (ms?: number) => Promise<void>,
  ) {
    this.#reader = new Reader(seen.chat, () => this.screen(), quiet);
  }

  /** Both directions, oldest first, deleted ones included. */
  messages(): ChatMessage[] {
    return structuredClone(this.seen.chat.messages);
  }

  groupMessages(): ChatMessage[] {
    return structuredClone(this.seen.group.messages);
  }

  /** The keyboard below the input field; null for none. */
  keyboard(): ReplyKeyboard | null {
    return structuredClone(this.seen.chat.keyboard);
  }

  /** The person's presses of inline buttons, with what the bot answered. */
  callbacks(): Callback[] {
    return structuredClone(this.source.callbacks.ofChat(this.seen.chat.id));
  }

  /** The menu of commands beside the input field. */
  menu(language = 'fa'): BotCommand[] {
    return this.source.menus.seenIn(this.seen.chat.id, language);
  }

  /** What the bot is shown to be doing, as `typing` or `upload_photo`; null for nothing. */
  doing(): string | null {
    return this.seen.chat.doing;
  }

  /** The person has blocked the bot. */
  blocked(): boolean {
    return this.seen.chat.blocked;
  }

  /** What stands in the file of a message, for whoever opens it. */
  open({ file }: ChatMessage): Buffer {
    const stored = file && this.source.files.find(file.id);
    if (!stored) throw new Error('no file came with this message');
    return Buffer.from(stored.bytes);
  }

  /** The chat as a person sees it, as text. */
  screen(): string {
    return drawChat(this.seen.chat, this.source.face.bot.firstName);
  }

  nextMessage: Reader['nextMessage'] = (options) => this.#reader.nextMessage(options);
  waitFor: Reader['waitFor'] = (wanted, options) => this.#reader.waitFor(wanted, options);
  settled: Reader['settled'] = (quietMs) => this.#reader.settled(quietMs);
}
