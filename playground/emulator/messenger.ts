import type { Clock } from '../../src/clock.js';
import { CallbackDesk } from './callbacks.js';
import { Chat, type Person } from './chat.js';
import type { ChatMessage } from './chat-message.js';
import { CommandMenus } from './command-menus.js';
import type { Face } from './face.js';
import { FileShelf } from './files.js';
import { noQuirks, type Quirks } from './quirks.js';
import { UpdateQueue } from './update-queue.js';
import { Webhook } from './webhook.js';
import { botOnWire, chatOnWire, messageOnWire, userOnWire } from './wire.js';

export const groupIdOf = (personId: number) => -1_000_000 - personId;

/** One emulated messenger with its one bot: people, chats, updates on their way, files and menus. */
export class Messenger {
  readonly quirks: Quirks = noQuirks();
  readonly chats = new Map<number, Chat>();
  readonly files: FileShelf;
  readonly callbacks = new CallbackDesk();
  readonly menus = new CommandMenus();
  readonly updates: UpdateQueue;
  readonly webhook: Webhook;
  tokenRevoked = false;
  /** Turns out the poll that waits; null when none does. */
  poll: ((reason: Error) => void) | null = null;
  /** Kinds that the bot asked for; empty for all. */
  allowedUpdates: readonly string[] = [];

  constructor(
    readonly face: Face,
    readonly clock: Clock,
    webhookDelays: readonly number[],
    private readonly chatChanged: (chatId: number) => void,
  ) {
    this.files = new FileShelf(face.name);
    this.updates = new UpdateQueue(face.updates.firstId, face.updates.backlog, clock);
    this.webhook = new Webhook(this.updates, webhookDelays, face.webhookSecret);
  }

  now(): number {
    return this.clock.now().getTime();
  }

  /** The private chat of a person with the bot, and a group that both are in. */
  moveIn(person: Person): { chat: Chat; group: Chat } {
    return {
      chat: this.#chat(person.id, 'private', person),
      group: this.#chat(groupIdOf(person.id), 'group', person),
    };
  }

  #chat(id: number, type: Chat['type'], person: Person): Chat {
    const known = this.chats.get(id);
    if (known) return known;
    const chat = new Chat(id, type, person);
    chat.news.listen(() => this.chatChanged(id));
    this.chats.set(id, chat);
    return chat;
  }

  onWire(chat: Chat, message: ChatMessage) {
    return messageOnWire(this.face, this.quirks, chat, message);
  }

  /** A message of the person, new or edited, goes to the bot. */
  tellOfMessage(kind: 'message' | 'edited_message', chat: Chat, message: ChatMessage): void {
    this.tell(kind, this.onWire(chat, message));
  }

  /** A press of an inline button goes to the bot. */
  tellOfPress(chat: Chat, message: ChatMessage, data: string): string {
    const callback = this.callbacks.open(chat.id, data, this.quirks.oldClients ? '1' : '7');
    this.tell('callback_query', {
      id: callback.id,
      from: userOnWire(chat.person),
      message: message.deleted
        ? { message_id: message.id, date: 0, chat: chatOnWire(chat, this.quirks) }
        : this.onWire(chat, message),
      chat_instance: String(chat.id),
      data,
    });
    chat.changed();
    return callback.id;
  }

  /** The person has blocked the bot, or let it in again. */
  tellOfMembership(chat: Chat, blocked: boolean): void {
    const [before, after] = blocked ? ['member', 'kicked'] : ['kicked', 'member'];
    const bot = botOnWire(this.face);
    this.tell('my_chat_member', {
      chat: chatOnWire(chat, this.quirks),
      from: userOnWire(chat.person),
      date: Math.floor(this.now() / 1000),
      old_chat_member: { user: bot, status: before },
      new_chat_member: { user: bot, status: after },
    });
  }

  tell(kind: string, content: Record<string, unknown>): void {
    const wanted = this.allowedUpdates.length === 0 || this.allowedUpdates.includes(kind);
    if (this.face.updates.kinds.has(kind) && wanted) this.updates.add({ [kind]: content });
  }
}
