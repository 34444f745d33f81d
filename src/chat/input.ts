import type { Message, Update } from 'grammy/types';
import type { ContactCard } from '../identity/contact.js';
import type { ChatEvent } from './events.js';

/** What came in, as far as a dialogue is concerned. */
export type Input = { messageId: number | null } & InputBody;

type InputBody =
  | { kind: 'event'; event: ChatEvent }
  /** A button under a message: what it does, and the token of the dialogue that it belongs to. */
  | { kind: 'press'; action: string; token: string }
  | { kind: 'command'; name: string; argument: string }
  | { kind: 'contact'; card: ContactCard }
  | { kind: 'text'; text: string }
  | { kind: 'edited' }
  | { kind: 'other'; what: OtherThing };

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

function written(message: Message): InputBody {
  if (message.contact) return { kind: 'contact', card: card(message) };
  if (message.text === undefined) return { kind: 'other', what: otherThing(message) };
  const command = readCommand(message.text);
  return command ? { kind: 'command', ...command } : { kind: 'text', text: message.text };
}

/**
 * `/Reset@our_bot now` is `reset` with the argument `now`. Spaces before the slash, and marks that nobody sees, as they come
 * with a copied line, are no part of it; a text that begins otherwise is no command.
 */
export function readCommand(text: string): { name: string; argument: string } | null {
  const [, name, argument = ''] = /^[\s\p{Cf}]*\/([^\s@\p{Cf}]*)[^\s]*\s*([^]*)$/u.exec(text) ?? [];
  return name === undefined ? null : { name: name.toLowerCase(), argument: bare(argument) };
}

const bare = (text: string): string => text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();

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
