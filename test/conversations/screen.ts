import type { InlineKeyboardButton } from 'grammy/types';
import type { BotCall } from '../../src/chat/services.js';
import type { Words } from '../../src/words/words.js';

interface Markup {
  inline_keyboard?: InlineKeyboardButton[][];
  keyboard?: { text: string; request_contact?: boolean }[][];
  remove_keyboard?: boolean;
  resize_keyboard?: boolean;
}

export interface ShownMessage {
  text: string;
  markup: Markup | undefined;
}

export interface ShownCall {
  method: string;
  payload: Record<string, unknown>;
}

/** Words on buttons and in menus, which may well stand in a sentence by chance. */
const labels = /^(button|command|staff-command)-/;

/** Words that remember under which key each sentence was said last, so that a screen can be read by keys. */
export function rememberingWords(words: Words) {
  const keys = new Map<string, string>();
  const remembering: Words = {
    ...words,
    say: (locale, key, blanks) => {
      const text = words.say(locale, key, blanks);
      if (!labels.test(key)) keys.set(text, key);
      return text;
    },
  };
  /** Keys of the sentences in a message, in their order. */
  const keysIn = (message: string): string[] =>
    [...keys]
      .map(([text, key]) => ({ key, at: message.indexOf(text), text }))
      .filter(({ at }) => at >= 0)
      .sort((one, other) => one.at - other.at)
      .map(({ key }) => key);
  return { words: remembering, keysIn };
}

/** What a person sees of the calls that the bot made in their chat. */
export function makeScreen(keysIn: (message: string) => string[]) {
  const messages: ShownMessage[] = [];
  const calls: ShownCall[] = [];
  let read = 0;

  const last = (): ShownMessage => {
    const message = messages.at(-1);
    if (!message) throw new Error('the screen is empty');
    return message;
  };

  return {
    calls,
    messages,
    last,
    show(made: readonly BotCall[]): void {
      for (const { method, body } of made) {
        const payload = JSON.parse(body) as Record<string, unknown>;
        calls.push({ method, payload });
        const markup = payload['reply_markup'] as Markup | undefined;
        if (method === 'sendMessage') messages.push({ text: String(payload['text']), markup });
      }
    },
    /** Keys of the sentences that have come since this was last asked. */
    news(): string[] {
      const fresh = messages.slice(read);
      read = messages.length;
      return fresh.flatMap(({ text }) => keysIn(text));
    },
    /** Words on the buttons of the last message. */
    buttons(): string[] {
      const { inline_keyboard = [], keyboard = [] } = last().markup ?? {};
      return [...inline_keyboard.flat(), ...keyboard.flat()].map(({ text }) => text);
    },
    /** What the newest button with these words sends back. */
    dataOf(label: string): string {
      for (const { markup } of messages.toReversed()) {
        const button = markup?.inline_keyboard?.flat().find(({ text }) => text === label);
        if (button && 'callback_data' in button) return button.callback_data;
      }
      throw new Error(`no button says ${label}`);
    },
    /** Ids of the messages that were taken out of the chat. */
    erased: (): number[] =>
      calls
        .filter(({ method }) => method === 'deleteMessage')
        .map(({ payload }) => Number(payload['message_id'])),
  };
}

/** The one message that tells of a code on its way: the task first. */
export const codeIsSent = ['code-sent', 'ask-code', 'code-life', 'next-send', 'code-care'];

/** Without the marks that keep blanks from being turned round. */
export const bare = (text: string): string => text.replace(/[\u2068\u2069]/g, '');
