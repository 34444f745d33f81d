import { inlineOnWire } from './buttons.js';
import type { Chat, Person } from './chat.js';
import type { ChatMessage } from './chat-message.js';
import { commandEntities } from './entities.js';
import type { Face } from './face.js';
import type { Quirks } from './quirks.js';

/** A person as the Bot API's `User`. */
export const userOnWire = (person: Person) => ({
  id: person.id,
  is_bot: false,
  first_name: person.firstName,
  ...(person.lastName === null ? {} : { last_name: person.lastName }),
  ...(person.username === null ? {} : { username: person.username }),
  language_code: 'fa',
});

export const botOnWire = ({ bot }: Face) => ({
  id: bot.id,
  is_bot: true,
  first_name: bot.firstName,
  username: bot.username,
});

export function chatOnWire(chat: Chat, quirks: Quirks) {
  const { person } = chat;
  const name =
    chat.type === 'group'
      ? { title: `${person.firstName} +` }
      : {
          first_name: person.firstName,
          ...(person.lastName === null ? {} : { last_name: person.lastName }),
          ...(person.username === null ? {} : { username: person.username }),
        };
  return { id: chat.id, ...(quirks.chatTypeMissing ? {} : { type: chat.type }), ...name };
}

/** A message as the Bot API's `Message`. */
export function messageOnWire(face: Face, quirks: Quirks, chat: Chat, message: ChatMessage) {
  return {
    message_id: message.id,
    from: message.from === 'bot' ? botOnWire(face) : userOnWire(chat.person),
    chat: chatOnWire(chat, quirks),
    date: Math.floor(message.at / 1000),
    ...(message.edited ? { edit_date: Math.floor(message.at / 1000) } : {}),
    ...contentOnWire(message),
    ...(message.buttons.length > 0 ? { reply_markup: inlineOnWire(message.buttons) } : {}),
    ...message.extras,
  };
}

function contentOnWire(message: ChatMessage): Record<string, unknown> {
  const entities = commandEntities(message.raw);
  const caption = message.raw === '' ? {} : { caption: message.raw };
  switch (message.kind) {
    case 'text':
      return { text: message.raw, ...(entities.length > 0 ? { entities } : {}) };
    case 'contact':
      return { contact: cardOnWire(message) };
    case 'document':
      return { document: fileOnWire(message), ...caption };
    case 'photo':
      return { photo: [{ ...fileOnWire(message), width: 800, height: 600 }], ...caption };
    case 'sticker':
    case 'voice':
    case 'location':
    case 'poll':
      return {};
  }
}

function cardOnWire({ contact }: ChatMessage) {
  if (!contact) throw new Error('a contact message without its card');
  const { phone, firstName, userId } = contact;
  return {
    phone_number: phone,
    first_name: firstName,
    ...(userId === null ? {} : { user_id: userId }),
  };
}

function fileOnWire({ file }: ChatMessage) {
  if (!file) throw new Error('a file message without its file');
  return {
    file_id: file.id,
    file_unique_id: `u-${file.id}`,
    file_name: file.name,
    mime_type: file.mime,
    file_size: file.size,
  };
}
