import { Bell } from './bell.js';
import type { Markup, ReplyKeyboard } from './buttons.js';
import type { ChatMessage } from './chat-message.js';

/** Somebody with an account in one messenger. */
export interface Person {
  id: number;
  firstName: string;
  lastName: string | null;
  username: string | null;
  /** The number of the account's own card, as the person would write it. */
  phone: string | null;
}

/** What is given for a new message; the rest is its place in the chat. */
export type Draft = Pick<ChatMessage, 'from' | 'kind' | 'raw'> &
  Partial<Pick<ChatMessage, 'text' | 'file' | 'contact' | 'buttons' | 'extras'>>;

/** A chat between the bot and one person, or a group with both. Knows what is on the screen. */
export class Chat {
  readonly messages: ChatMessage[] = [];
  /** Rings at every change that somebody could see. */
  readonly news = new Bell<void>();
  keyboard: ReplyKeyboard | null = null;
  /** What the bot is shown to be doing: a chat action of the Bot API; null for nothing. */
  doing: string | null = null;
  /** The person has written here, so the bot may. */
  started = false;
  /** The person has blocked the bot. */
  blocked = false;
  #revision = 0;

  constructor(
    readonly id: number,
    readonly type: 'private' | 'group',
    readonly person: Person,
  ) {}

  changed(): void {
    this.news.ring();
  }

  post(draft: Draft, at: number): ChatMessage {
    const revision = ++this.#revision;
    const message: ChatMessage = {
      id: this.messages.length + 1,
      at,
      text: draft.raw,
      file: null,
      contact: null,
      buttons: [],
      extras: {},
      ...draft,
      edited: false,
      deleted: false,
      created: revision,
      revision,
    };
    this.messages.push(message);
    if (message.from === 'bot') this.doing = null;
    else this.started = true;
    this.changed();
    return message;
  }

  /** Puts the reply keyboard in or takes it away; inline keyboards leave it alone. */
  show(markup: Markup | null): void {
    if (markup?.kind === 'reply') this.keyboard = markup.keyboard;
    if (markup?.kind === 'remove') this.keyboard = null;
    this.changed();
  }

  edit(message: ChatMessage, change: Partial<Pick<ChatMessage, 'text' | 'raw' | 'buttons'>>): void {
    Object.assign(message, change, {
      edited: message.edited || change.raw !== undefined,
      revision: ++this.#revision,
    });
    this.changed();
  }

  remove(message: ChatMessage): void {
    message.deleted = true;
    message.revision = ++this.#revision;
    this.changed();
  }

  /** Everything goes from the screen, the keyboard too. */
  clear(): void {
    this.keyboard = null;
    for (const message of this.messages) if (!message.deleted) this.remove(message);
  }

  /** The message, unless it is gone. */
  find(id: number): ChatMessage | undefined {
    return this.messages.find((message) => message.id === id && !message.deleted);
  }
}
