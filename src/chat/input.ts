import type { Message, Update } from 'grammy/types';
import type { ContactCard } from '../identity/contact.js';
import type { ChatEvent } from './events.js';

/** What came in, as far as a dialogue is concerned. */
export type Input = { messageId: number | null } & (
  | { kind: 'event'; event: ChatEvent }
  /** A button under a message: what it does, and the token of the dialogue that it belongs to. */
  | { kind: 'press'; action: string; token: string }
  | { kind: 'command'; name: string }
  | { kind: 'contact'; card: ContactCard }
  | { kind: 'text'; text: string }
  | { kind: 'edited' }
  | { kind: 'other'; what: OtherThing }
);

export const otherThings = ['sticker', 'voice', 'picture', 'location', 'poll', 'file', 'something'] as const;

/** What is neither words nor a button; each has a sentence `came-…`. */
export type OtherThing = (typeof otherThings)[number];

/** An update in the dialogue's terms. */
export function parseInput(update: Update & { event?: ChatEvent }): Input {
  if (update.event) return { kind: 'event', event: update.event, messageId: null };
  if (update.callback_query) return { ...pressed(update.callback_query.data ?? ''), messageId: null };
  if (update.edited_message) return { kind: 'edited', messageId: update.edited_message.message_id };
  if (update.message) return { ...written(update.message), messageId: update.message.message_id };
  return { kind: 'other', what: 'something', messageId: null };
}

function pressed(data: string) {
  const [action = '', token = ''] = data.split(':');
  return { kind: 'press', action, token } as const;
}

function written(message: Message) {
  if (message.contact) return { kind: 'contact', card: card(message) } as const;
  if (message.text === undefined) return { kind: 'other', what: otherThing(message) } as const;
  const command = commandName(message.text);
  return command === null
    ? ({ kind: 'text', text: message.text } as const)
    : ({ kind: 'command', name: command } as const);
}

/** `/Reset@our_bot now` is `reset`; a text that does not begin with a slash is no command. */
export function commandName(text: string): string | null {
  const [, name] = /^\/([^\s@]*)/.exec(text) ?? [];
  return name === undefined ? null : name.toLowerCase();
}

const card = (message: Message): ContactCard => ({
  phoneNumber: message.contact?.phone_number,
  userId: message.contact?.user_id,
  forwarded: 'forward_origin' in message || 'forward_date' in message || 'forward_from' in message,
  privateChat: message.chat.type === 'private',
  senderId: String(message.from?.id ?? ''),
});

function otherThing(message: Message): OtherThing {
  if (message.sticker || message.dice) return 'sticker';
  if (message.voice || message.audio || message.video_note) return 'voice';
  if (message.photo || message.video || message.animation) return 'picture';
  if (message.location || message.venue) return 'location';
  if (message.poll) return 'poll';
  return message.document ? 'file' : 'something';
}
