import type { InlineButton } from './buttons.js';
import type { Chat, Draft, Person } from './chat.js';
import type { ChatMessage } from './chat-message.js';
import { ChatView } from './chat-view.js';
import type { StoredFile } from './files.js';
import type { Messenger } from './messenger.js';
import { cardPhone, oddContent, type OddKind } from './odd-content.js';

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

/** One person's account in one messenger: sees their chat with the bot, and does there what a person can do. */
export class Account extends ChatView {
  readonly id: number;
  /** Of the private chat with the bot. */
  readonly chatId: number;
  readonly #messenger: Messenger;
  readonly #chat: Chat;
  readonly #group: Chat;

  constructor(
    messenger: Messenger,
    readonly person: Person,
    quiet: (ms?: number) => Promise<void>,
  ) {
    const { chat, group } = messenger.moveIn(person);
    super(messenger, { chat, group }, quiet);
    this.id = person.id;
    this.chatId = chat.id;
    this.#messenger = messenger;
    this.#chat = chat;
    this.#group = group;
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
    if (message && inline) return this.#pressInline(message, inline);
    const reply = this.#chat.keyboard?.rows.flat().find(({ text }) => text === label);
    if (!reply) throw new Error(`no button "${label}" on the screen:\n${this.screen()}`);
    if (this.#chat.keyboard?.oneTime) this.#chat.keyboard = null;
    return { kind: 'said', message: reply.requestContact ? this.shareContact() : this.say(label) };
  }

  /** Presses a button by its data: of the newest message that has it, or of this one, even edited or deleted. */
  pressData(data: string, messageId?: number): string {
    const message =
      messageId === undefined
        ? this.#newestWith((button) => button.data === data)
        : this.#chat.messages.find(({ id }) => id === messageId);
    if (!message) throw new Error(`no button with the data "${data}"`);
    return this.#messenger.tellOfPress(this.#chat, message, data);
  }

  shareContact({ phone, userId, forwarded = false }: SharedContact = {}): ChatMessage {
    const { quirks, face } = this.#messenger;
    const number = phone ?? this.person.phone;
    if (number === null) throw new Error('this account has no number to share');
    const own = number === this.person.phone;
    const named = userId === undefined && own ? this.id : (userId ?? null);
    return this.#send(this.#chat, {
      from: 'person',
      kind: 'contact',
      raw: '',
      contact: {
        phone: cardPhone(number),
        firstName: own ? this.person.firstName : '…',
        userId: quirks.contactWithoutUserId ? null : named,
      },
      extras: forwarded ? face.forwardMark(this.#messenger.now()) : {},
    });
  }

  sendSticker = () => this.#sendOdd('sticker');
  sendVoice = () => this.#sendOdd('voice');
  sendLocation = () => this.#sendOdd('location');
  sendPoll = () => this.#sendOdd('poll');

  sendPhoto(bytes = new Uint8Array([0xff, 0xd8, 0xff]), caption = ''): ChatMessage {
    return this.#sendFile('photo', { bytes, name: 'photo.jpg', mime: 'image/jpeg' }, caption);
  }

  sendDocument(bytes: Uint8Array, name: string, mime: string, caption = ''): ChatMessage {
    return this.#sendFile('document', { bytes, name, mime }, caption);
  }

  editMessage(messageId: number, text: string): void {
    const message = this.#chat.find(messageId);
    if (message?.from !== 'person') throw new Error('only an own message can be edited');
    this.#chat.edit(message, { raw: text, text });
    this.#messenger.tellOfMessage('edited_message', this.#chat, message);
  }

  /** A file that lies in this chat, as the person's own device would save it; null for any other. */
  download(fileId: string): StoredFile | null {
    const lies = this.#chat.messages.some(({ file, deleted }) => file?.id === fileId && !deleted);
    return lies ? (this.#messenger.files.find(fileId) ?? null) : null;
  }

  /** Empties the chat, as a person who begins again would; the bot does not hear of it. */
  deleteChat(): void {
    this.#chat.clear();
  }

  block(): void {
    this.#setBlocked(true);
  }

  unblock(): void {
    this.#setBlocked(false);
  }

  #setBlocked(blocked: boolean): void {
    this.#chat.blocked = blocked;
    this.#messenger.tellOfMembership(this.#chat, blocked);
    this.#chat.changed();
  }

  #send(chat: Chat, draft: Draft): ChatMessage {
    if (chat.blocked) throw new Error('the person has blocked the bot');
    const message = chat.post(draft, this.#messenger.now());
    this.#messenger.tellOfMessage('message', chat, message);
    return structuredClone(message);
  }

  #sendOdd(kind: OddKind): ChatMessage {
    return this.#send(this.#chat, { from: 'person', kind, raw: '', extras: oddContent[kind] });
  }

  #sendFile(
    kind: 'photo' | 'document',
    upload: { bytes: Uint8Array; name: string; mime: string },
    caption: string,
  ): ChatMessage {
    const { id, name, mime, bytes } = this.#messenger.files.store(upload, `${kind}s`);
    const file = { id, name, mime, size: bytes.length };
    return this.#send(this.#chat, { from: 'person', kind, raw: caption, file });
  }

  #pressInline(message: ChatMessage, { url, copy, data = '' }: InlineButton): Press {
    if (url !== undefined) return { kind: 'url', url };
    if (copy !== undefined) return { kind: 'copied', text: copy };
    return { kind: 'callback', id: this.#messenger.tellOfPress(this.#chat, message, data) };
  }

  #newestWith(wanted: (button: InlineButton) => boolean): ChatMessage | undefined {
    return this.#chat.messages.findLast(({ deleted, buttons }) => !deleted && buttons.flat().some(wanted));
  }
}
