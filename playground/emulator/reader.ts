import type { Chat } from './chat.js';
import type { ChatMessage } from './chat-message.js';

const patienceMs = 10_000;

export interface ReadOptions {
  /** Milliseconds until it gives up; 10 s without it. */
  timeout?: number;
}

/** What a message must be like: hold the text, match the pattern, or please the predicate. */
export type Wanted = string | RegExp | ((message: ChatMessage) => boolean);

/** Reads the bot's messages one after the other, and waits for those to come. */
export class Reader {
  /** Changes of the chat up to this one have been read. */
  #read = 0;

  constructor(
    private readonly chat: Chat,
    private readonly transcript: () => string,
    private readonly quiet: (ms?: number) => Promise<void>,
  ) {}

  /**
   * The next message of the bot that was not read yet; one that was deleted meanwhile still counts. Throws with
   * the transcript when none comes.
   */
  nextMessage(options: ReadOptions = {}): Promise<ChatMessage> {
    return this.#wait('another message', options, () => {
      const message = this.#fromBot().find(({ created }) => created > this.#read);
      if (message) this.#read = message.created;
      return message;
    });
  }

  /** Reads on to the first message, new or newly edited, that is as wanted. Throws with the transcript when none comes. */
  waitFor(wanted: Wanted, options: ReadOptions = {}): Promise<ChatMessage> {
    return this.#wait(String(wanted), options, () => {
      const message = this.#fromBot()
        .filter((candidate) => candidate.revision > this.#read && !candidate.deleted && is(wanted, candidate))
        .sort((a, b) => a.revision - b.revision)[0];
      if (message) this.#read = message.revision;
      return message;
    });
  }

  /** Resolves when the bot has taken every update and been silent for so long; what it said counts as read. */
  async settled(quietMs?: number): Promise<void> {
    await this.quiet(quietMs);
    this.#read = Math.max(this.#read, ...this.chat.messages.map(({ revision }) => revision));
  }

  #fromBot(): ChatMessage[] {
    return this.chat.messages.filter(({ from }) => from === 'bot');
  }

  #wait(
    what: string,
    { timeout = patienceMs }: ReadOptions,
    look: () => ChatMessage | undefined,
  ): Promise<ChatMessage> {
    return new Promise((resolve, reject) => {
      const stopListening = this.chat.news.listen(tryNow);
      const timer = setTimeout(() => {
        stopListening();
        reject(new Error(`waited ${timeout} ms for ${what}; the chat reads:\n${this.transcript()}`));
      }, timeout);
      tryNow();

      function tryNow() {
        const found = look();
        if (!found) return;
        stopListening();
        clearTimeout(timer);
        resolve(structuredClone(found));
      }
    });
  }
}

function is(wanted: Wanted, message: ChatMessage): boolean {
  if (typeof wanted === 'string') return message.text.includes(wanted);
  return wanted instanceof RegExp ? wanted.test(message.text) : wanted(message);
}
