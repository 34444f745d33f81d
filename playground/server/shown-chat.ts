import type { ChatMessage } from '../emulator/chat-message.js';
import type { PersonChat } from './stage.js';

/** One chat as the page draws it. `files`: the address under which its files lie; `most`: messages at most. */
export function chatShown(chat: PersonChat, { files, most }: { files: string; most: number }) {
  const { messages, keyboard, doing, blocked, notes, menu, fetched } = chat.look();
  const lastHeard = messages.findLast(({ from }) => from === 'bot')?.id ?? 0;
  return {
    messages: messages.slice(-most).map((message) => ({
      ...messageShown(message, files),
      seen: fetched || message.id < lastHeard,
    })),
    keyboard: keyboard && {
      placeholder: keyboard.placeholder,
      rows: keyboard.rows.map((row) =>
        row.map(({ text, requestContact }) => ({ text, contact: requestContact })),
      ),
    },
    doing,
    blocked,
    notes,
    menu,
  };
}

function messageShown(
  { id, from, at, kind, text, edited, deleted, buttons, contact, file }: ChatMessage,
  files: string,
) {
  return {
    id,
    from,
    at,
    kind,
    text,
    edited,
    deleted,
    buttons,
    contact: contact && { name: contact.firstName, phone: `+${contact.phone.replace(/^\+/, '')}` },
    file: file && { name: file.name, size: file.size, address: `${files}/${file.id}` },
  };
}
