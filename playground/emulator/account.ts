import type { InlineButton, ReplyKeyboard } from './buttons.js';
import type { Callback } from './callbacks.js';
import type { Chat, Draft, Person } from './chat.js';
import type { ChatMessage } from './chat-message.js';
import type { BotCommand } from './command-menus.js';
import type { Messenger } from './messenger.js';
import { cardPhone, oddContent, type OddKind } from './odd-content.js';
import { Reader } from './reader.js';
import { drawChat } from './screen.js';

/** What a press of a button did. */
export type Press =
  | { kind: 'said'; message: ChatMessage }
  | { kind: 'callback'; id: string }
  | { kind: 'url'; url: string }
  | { kind: 'copied'; text: string };

/** Whose number is shared; the own card by default. */
export interface SharedContact {
  phone?: string;
  /** Null: the card does not say whose it is. */
  userId?: number | null;
  forwarded?: boolean;
}

/** One person's account in one messenger, in their chat with the bot: does what a person can do, sees what they see. */
export class Account {
  readonly id: number;
  /** Of the private chat with the bot. */
  readonly chatId: number;
  readonly #reader: Reader;
  readonly #chat: Chat;
  readonly #group: Chat;

  constructor(
    private readonly messenger: Messenger,
    readonly person: Person,
    quiet: (ms: number) => Promise<void>,
  ) {
    const { chat, group } = messenger.moveIn(person);
    this.id = person.id;
    this.chatId = chat.id;
    this.#chat = chat;
    this.#group = group;
    this.#reader = new Reader(chat, () => this.screen(), quiet);
  }

  say(text: string): ChatMessage {
    return this.#send(this.#chat, { from: 'person', kind: 'text', raw: text });
  }

  /** Comes by a link that carries a payload. */
  deepLink(payload: string): ChatMessage {
    return this.say(`/start ${payload}`);
  }

  /** Writes in the group that the bot is in too. */
  group(text: string): ChatMessage {
    return this.#send(this.#group, { from: 'person', kind: 'text', raw: text });
  }

  /** Presses the newest visible button with this label, inline or below the input field. Throws where there is none. */
  press(label: string): Press {
    const message = this.#newestWith(({ text }) => text === label);
    const inline = message?.buttons.flat().find(({ text }) => text === label);
    const reply = this.#chat.keyboard?.rows.flat().find(({ text }) => text === label);
    if (message && inline) return this.#pressInline(message, inline);
    if (!reply) throw new Error(`no button "${label}" on the screen:\n${this.screen()}`);
    if (this.#chat.keyboard?.oneTime) this.#chat.keyboard = null;
    return { kind: 'said', message: reply.requestContact ? this.shareContact() : this.say(label) };
  }

  /** Presses a button by its data: of this message, even one that has been deleted or edited, or of the newest that has it. */
  pressData(data: string, messageId?: number): string {
    const message =
      messageId === undefined
        ? this.#newestWith((button) => button.data === data)
        : this.#chat.messages.find(({ id }) => id === messageId);
    if (!message) throw new Error(`no button with the data "${data}"`);
    return this.messenger.tellOfPress(this.#chat, message, data);
  }

  shareContact({ phone, userId, forwarded = false }: SharedContact = {}): ChatMessage {
    const own = phone === undefined || phone === this.person.phone;
    const number = phone ?? this.person.phone;
    if (number === null) throw new Error('this account has no number to share');
    const named = userId === undefined && own ? this.id : (userId ?? null);
    return this.#send(this.#chat, {
      from: 'person',
      kind: 'contact',
      raw: '',
      contact: {
        phone: cardPhone(number),
        firstName: own ? this.person.firstName : '…',
        userId: this.messenger.quirks.contactWithoutUserId ? null : named,
      },
      extras: forwarded ? this.messenger.face.forwardMark(this.messenger.now()) : {},
    });
  }

  sendSticker = () => this.#sendOdd('sticker');
  sendVoice = () => this.#sendOdd('voice');
  sendLocation = () => this.#sendOdd('location');
  sendPoll = () => this.#sendOdd('poll');

  sendPhoto(bytes: Uint8Array = new Uint8Array([0xff, 0xd8, 0xff]), caption = ''): ChatMessage {
    return this.#sendFile('photo', 'photos', bytes, 'photo.jpg', 'image/jpeg', caption);
  }

  sendDocument(bytes: Uint8Array, name: string, mime: string, caption = ''): ChatMessage {
    return this.#sendFile('document', 'documents', bytes, name, mime, caption);
  }

  editMessage(messageId: number, text: string): void {
    const message = this.#chat.find(messageId);
    if (message?.from !== 'person') throw new Error('only an own message can be edited');
    this.#chat.edit(message, { raw: text, text });
    this.messenger.tellOfMessage('edited_message', this.#chat, message);
  }

  /** Empties the chat, as a person who begins again would; the bot does not hear of it. */
  deleteChat(): void {
    this.#chat.keyboard = null;
    for (const { id } of this.#chat.messages) {
      const message = this.#chat.find(id);
      if (message) this.#chat.remove(message);
    }
  }

  block(): void {
    this.#chat.blocked = true;
    this.messenger.tellOfMembership(this.#chat, 'member', 'kicked');
    this.#chat.changed();
  }

  unblock(): void {
    this.#chat.blocked = false;
    this.messenger.tellOfMembership(this.#chat, 'kicked', 'member');
    this.#chat.changed();
  }

  /** Both directions, oldest first, deleted ones included. */
  messages(): ChatMessage[] {
    return structuredClone(this.#chat.messages);
  }

  groupMessages(): ChatMessage[] {
    return structuredClone(this.#group.messages);
  }

  /** The keyboard below the input field; null for none. */
  keyboard(): ReplyKeyboard | null {
    return structuredClone(this.#chat.keyboard);
  }

  /** The own presses of inline buttons, with what the bot answered. */
  callbacks(): Callback[] {
    return structuredClone(this.messenger.callbacks.ofChat(this.chatId));
  }

  /** The menu of commands beside the input field. */
  menu(language = 'fa'): BotCommand[] {
    return this.messenger.menus.seenIn(this.chatId, language);
  }

  typing(): boolean {
    return this.#chat.typing;
  }

  /** The chat as a person sees it, as text. */
  screen(): string {
    return drawChat(this.#chat, this.messenger.face.bot.firstName);
  }

  nextMessage: Reader['nextMessage'] = (options) => this.#reader.nextMessage(options);
  waitFor: Reader['waitFor'] = (wanted, options) => this.#reader.waitFor(wanted, options);
  settled: Reader['settled'] = (quietMs) => this.#reader.settled(quietMs);

  #send(chat: Chat, draft: Draft): ChatMessage {
    if (chat.blocked) throw new Error('the person has blocked the bot');
    const message = chat.post(draft, this.messenger.now());
    this.messenger.tellOfMessage('message', chat, message);
    return structuredClone(message);
  }

  #sendOdd(kind: OddKind): ChatMessage {
    return this.#send(this.#chat, { from: 'person', kind, raw: '', extras: oddContent[kind] });
  }

  #sendFile(
    kind: 'photo' | 'document',
    folder: string,
    bytes: Uint8Array,
    name: string,
    mime: string,
    caption: string,
  ): ChatMessage {
    const { id } = this.messenger.files.store({ bytes, name, mime }, folder);
    return this.#send(this.#chat, {
      from: 'person',
      kind,
      raw: caption,
      file: { id, name, mime, size: bytes.length },
    });
  }

  #pressInline(message: ChatMessage, button: InlineButton): Press {
    if (button.url !== undefined) return { kind: 'url', url: button.url };
    if (button.copy !== undefined) return { kind: 'copied', text: button.copy };
    const id = this.messenger.tellOfPress(this.#chat, message, button.data ?? '');
    return { kind: 'callback', id };
  }

  #newestWith(wanted: (button: InlineButton) => boolean): ChatMessage | undefined {
    return this.#chat.messages.findLast(({ deleted, buttons }) => !deleted && buttons.flat().some(wanted));
  }
}
