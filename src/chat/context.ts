import type { ConversationFlavor } from '@grammyjs/conversations';
import type { Context } from 'grammy';
import type { Clock } from '../clock.js';
import type { Random } from '../random.js';
import type { Asker } from '../chats/address.js';
import type { ChatEvent } from './events.js';
import type { StaffRole } from '../people/role.js';
import type { Locale } from '../words/words.js';
import type { ChatServices } from './services.js';
import type { Keyboard } from './keyboards.js';
import type { Replies } from './reply.js';

/** One command of a menu; `description` is the key of its sentence. */
export interface MenuLine {
  name: string;
  description: string | null;
}

/** What is at hand while one update is handled. */
export interface UpdateScope {
  services: ChatServices;
  replies: Replies;
  clock: Clock;
  random: Random;
  /** Who is writing; for an event, whose private chat it is. */
  asker: Asker;
  /** The message that came; null for a press or an event. */
  messageId: number | null;
  /** Set when our own house has something to tell, and no update came from a messenger. */
  event: ChatEvent | null;
  /** The conversation plugin's state as it was stored; null when there is none to go on with. */
  openState: string | null;
  /** The chat has a dialogue that another version of the program began. */
  outdated: boolean;
  /** Speaks this language in this chat from now on. */
  speak(locale: Locale): Promise<void>;
  /**
   * Puts the commands of this role beside this chat's input field, in its language; `none`: the menu of everybody. Where
   * the messenger has no such menu, its answer is what stands in its place under the next message.
   */
  showMenu(role: StaffRole | 'none'): Promise<Keyboard>;
  /** Enters the dialogue from its start. */
  beginReset: () => Promise<void>;
  /** Keeps what went wrong outside, since the conversation plugin hands on only a copy without its number. */
  keepAccident: (error: unknown) => void;
}

/** grammY's context of one update, with the house around it. */
export type BotContext = ConversationFlavor<Context & { scope: UpdateScope }>;
