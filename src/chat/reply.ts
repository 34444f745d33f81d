import type { UnsentId } from '../chats/unsent.js';
import type { Api } from 'grammy';
import type { Clock } from '../clock.js';
import type { Blanks, Locale, Words } from '../words/words.js';
import type { InsurerFacts } from './services.js';
import { replyMarkup, type Keyboard } from './keyboards.js';
import type { Platform } from './platform.js';

/** A sentence: its key, or an outcome, whose kind is the key and whose fields fill the blanks. */
export type Message =
  string | { readonly kind: string } | { readonly kind: string; readonly [field: string]: unknown };

/** Sentences of one paragraph, each on a line of its own. */
export interface Paragraph {
  readonly lines: readonly Message[];
}

/** A message: a paragraph for each. */
export type Messages = Message | Paragraph | readonly (Message | Paragraph)[];

/** How the house speaks in one chat. */
export interface Replies {
  readonly locale: Locale;
  /** Speaks another language from the next sentence on. */
  setLocale(locale: Locale): void;
  /** Sends one message, a paragraph for each sentence, under one keyboard at most. */
  say(messages: Messages, keyboard?: Keyboard): Promise<void>;
  /** The same; returns the message's (unsent) id, under which its buttons can be put away. */
  ask(messages: Messages, keyboard?: Keyboard): Promise<UnsentId>;
  /** The keyboard with "share my number" stands in place of the phone's own, as far as this chat was told. */
  keysAreShown: boolean;
  /** The last word of a dialogue, with what may be done next; the phone's own keys come back first where they were taken. */
  end(messages: Messages, buttons: Keyboard): Promise<void>;
  /** Fills a wait: shows after a second that somebody is at work, and says this after three, unless the chat hears something by then. */
  fill(messages: Messages): Promise<void>;
  /** Puts other words into a message of ours, in its place. */
  edit(messageId: number, messages: Messages): Promise<void>;
  /** Takes the buttons away from under a message: what they asked has been answered. */
  removeButtons(messageId: number): Promise<void>;
  /** Takes a message out of the chat, as far as the messenger lets us. */
  delete(messageId: number): Promise<void>;
}

/** What a voice needs to know of the house and of the chat. */
export interface RepliesOptions {
  api: Api;
  /** The same for calls that are made only where the chat has been told nothing for so many milliseconds. */
  ifSilentFor: (ms: number) => Api;
  chatId: number;
  locale: Locale;
  words: Words;
  facts: InsurerFacts;
  clock: Clock;
  platform: Platform;
}

/** Whoever waits wonders after about a second whether they were heard, and after some three whether anything is going on. */
const fillAfterMs = { typing: 1_000, words: 3_000 };

export function makeReplies({
  api,
  ifSilentFor,
  chatId,
  words,
  facts,
  clock,
  platform,
  ...start
}: RepliesOptions): Replies {
  let { locale } = start;
  const { brand, supportContact: support, keptDays, coolOffHours } = facts;
  const house = { brand, support, keptDays, coolOffHours };
  const spoken = (message: Message): string => {
    const { kind, ...fields } = typeof message === 'string' ? { kind: message } : message;
    const blanks = { ...house, ...blanksOf(fields, clock.now().getTime(), spoken) };
    return words.say(locale, kind, platform.capabilities.alwaysMarkdown ? withoutMarks(blanks) : blanks);
  };
  const paragraph = (part: Message | Paragraph): string =>
    isParagraph(part) ? part.lines.map(spoken).join('\n') : spoken(part);
  const written = (messages: Messages): string => [messages].flat().map(paragraph).join('\n\n');
  const send: Replies['ask'] = async (messages, keyboard) => {
    const text = written(messages);
    if (keyboard === 'share-number' || keyboard === 'removed') replies.keysAreShown = keyboard !== 'removed';
    const markup = keyboard && replyMarkup(keyboard, { words: spoken, facts, platform });
    const sent = await api.sendMessage(chatId, text, markup ? { reply_markup: markup } : {});
    return sent.message_id as UnsentId;
  };
  const replies: Replies = {
    keysAreShown: false,
    get locale() {
      return locale;
    },
    setLocale: (chosen) => {
      locale = chosen;
    },
    say: async (messages, keyboard) => void (await send(messages, keyboard)),
    ask: send,
    end: async (messages, buttons) => {
      const wereShown = replies.keysAreShown;
      if (wereShown) await send(messages, 'removed');
      await send(wereShown ? 'begin-again-any-time' : messages, buttons);
    },
    fill: async (messages) => {
      await ifSilentFor(fillAfterMs.typing).sendChatAction(chatId, 'typing');
      await ifSilentFor(fillAfterMs.words).sendMessage(chatId, written(messages));
    },
    edit: async (messageId, messages) => {
      await api.editMessageText(chatId, messageId, written(messages));
    },
    removeButtons: async (messageId) => {
      await api.editMessageReplyMarkup(chatId, messageId);
    },
    delete: async (messageId) => {
      await api.deleteMessage(chatId, messageId);
    },
  };
  return replies;
}

/** Text, numbers and smaller sayings fill blanks. A moment `resendAt` also gives `resendIn`, the milliseconds that are left until then. */
function blanksOf(
  fields: Readonly<Record<string, unknown>>,
  now: number,
  spoken: (message: Message) => string,
): Blanks {
  const blanks: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (isMessage(value)) blanks[name] = spoken(value);
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    blanks[name] = value;
    if (typeof value === 'number' && name.endsWith('At')) {
      blanks[name.replace(/At$/, 'In')] = Math.max(0, value - now);
    }
  }
  return blanks;
}

const isParagraph = (part: Message | Paragraph): part is Paragraph =>
  typeof part === 'object' && 'lines' in part;

const isMessage = (value: unknown): value is { kind: string } =>
  typeof value === 'object' && value !== null && 'kind' in value;

/** Marks that Bale's Markdown would eat; an underscore within a word is safe there. */
const marks = /[*`[\]]|(?<!\S)_|_(?!\S)/g;

const withoutMarks = (blanks: Blanks): Blanks =>
  Object.fromEntries(
    Object.entries(blanks).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replace(marks, '') : value,
    ]),
  );
