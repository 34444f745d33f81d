import type { Chat } from './chat.js';
import type { ChatMessage } from './chat-message.js';

/** The chat as text: who says what, buttons in brackets, the reply keyboard last. Deleted messages are gone. */
export function drawChat(chat: Chat, botName: string): string {
  const lines = chat.messages
    .filter(({ deleted }) => !deleted)
    .flatMap((message) => drawMessage(message, message.from === 'bot' ? botName : chat.person.firstName));
  const keyboard =
    chat.keyboard?.rows.map((row) => `⌨ ${row.map(({ text }) => `[${text}]`).join(' ')}`) ?? [];
  return [...lines, ...(chat.doing ? [`${botName}: …`] : []), ...keyboard].join('\n');
}

function drawMessage(message: ChatMessage, name: string): string[] {
  const buttons = message.buttons.map((row) => `  ${row.map(({ text }) => `[${text}]`).join(' ')}`);
  return [`${name}: ${drawContent(message)}${message.edited ? ' ✎' : ''}`, ...buttons];
}

function drawContent({ kind, text, file, contact }: ChatMessage): string {
  const thing = file
    ? `📎 ${file.name}`
    : contact
      ? `👤 ${contact.phone}`
      : kind === 'text'
        ? ''
        : `<${kind}>`;
  return [thing, text].filter((part) => part !== '').join(' ');
}
