import type { Chat } from '../chat.js';
import type { ChatMessage } from '../chat-message.js';
import type { Messenger } from '../messenger.js';
import type { Parameters } from '../parameters.js';
import { badRequest, Refusal } from '../refusal.js';

/** The chat that `chat_id` names. */
export function chatOf(messenger: Messenger, parameters: Parameters, field = 'chat_id'): Chat {
  if (parameters.text(field) === '') throw badRequest('chat_id is empty');
  const chat = messenger.chats.get(parameters.integer(field) ?? Number.NaN);
  if (!chat) throw refuse(messenger, 'unknownChat');
  return chat;
}

/** The same, where the bot may write in it: the person began it and has not blocked the bot. */
export function openChatOf(messenger: Messenger, parameters: Parameters): Chat {
  const chat = chatOf(messenger, parameters);
  if (!chat.started) throw refuse(messenger, 'neverStarted');
  if (chat.blocked) throw refuse(messenger, 'blocked');
  return chat;
}

/** The message that `message_id` names, or a refusal that says what it was wanted for. */
export function messageOf(chat: Chat, parameters: Parameters, wantedTo: string): ChatMessage {
  const id = parameters.integer('message_id');
  const message = id === null ? undefined : chat.find(id);
  if (!message) throw badRequest(`message to ${wantedTo} not found`);
  return message;
}

function refuse({ face }: Messenger, why: keyof Messenger['face']['refusals']): Refusal {
  const { code, description } = face.refusals[why];
  return new Refusal(code, description);
}
