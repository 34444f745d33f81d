import type { InlineButton } from '../buttons.js';
import type { Chat } from '../chat.js';
import type { ChatMessage } from '../chat-message.js';
import { readMarkup } from '../markup.js';
import type { Messenger } from '../messenger.js';
import type { Parameters } from '../parameters.js';
import { badRequest } from '../refusal.js';
import type { Method } from './method.js';
import { chatOf, messageOf, openChatOf } from './target.js';
import { captionOf, textOf } from './text.js';

const deletableMs = 48 * 60 * 60 * 1000;

const editMessageText: Method = (messenger, { parameters }) => {
  const { chat, message } = ownMessage(messenger, parameters);
  if (message.kind !== 'text') throw badRequest('there is no text in the message to edit');
  return edit(messenger, chat, message, { raw: textOf(parameters), buttons: buttonsOf(chat, parameters) });
};

const editMessageCaption: Method = (messenger, { parameters }) => {
  const { chat, message } = ownMessage(messenger, parameters);
  if (message.file === null) throw badRequest('there is no caption in the message to edit');
  const raw = captionOf(messenger, parameters);
  return edit(messenger, chat, message, { raw, buttons: buttonsOf(chat, parameters) });
};

const editMessageReplyMarkup: Method = (messenger, { parameters }) => {
  const { chat, message } = ownMessage(messenger, parameters);
  return edit(messenger, chat, message, { raw: message.raw, buttons: buttonsOf(chat, parameters) });
};

/** In a private chat the bot may take away the person's messages too; nowhere those older than 48 hours. */
const deleteMessage: Method = (messenger, { parameters }) => {
  const chat = chatOf(messenger, parameters);
  const message = messageOf(chat, parameters, 'delete');
  const mine = message.from === 'bot' || chat.type === 'private';
  if (!mine || messenger.now() - message.at >= deletableMs) {
    throw badRequest("message can't be deleted for everyone");
  }
  chat.remove(message);
  return true;
};

export const editing = { editMessageText, editMessageCaption, editMessageReplyMarkup, deleteMessage };

function ownMessage(messenger: Messenger, parameters: Parameters) {
  const chat = openChatOf(messenger, parameters);
  const message = messageOf(chat, parameters, 'edit');
  if (message.from !== 'bot') throw badRequest("message can't be edited");
  return { chat, message };
}

/** An edit without `reply_markup` takes the inline keyboard away. */
function buttonsOf(chat: Chat, parameters: Parameters): InlineButton[][] {
  const markup = readMarkup(parameters.json('reply_markup'), chat.type);
  if (markup === null) return [];
  if (markup.kind !== 'inline') throw badRequest('inline keyboard expected');
  return markup.rows.filter((row) => row.length > 0);
}

function edit(
  messenger: Messenger,
  chat: Chat,
  message: ChatMessage,
  next: { raw: string; buttons: InlineButton[][] },
) {
  const rewritten = next.raw !== message.raw;
  if (!rewritten && JSON.stringify(next.buttons) === JSON.stringify(message.buttons)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a ' +
        'current content and reply markup of the message',
    );
  }
  const text = { raw: next.raw, text: messenger.face.shown(next.raw) };
  chat.edit(message, { buttons: next.buttons, ...(rewritten ? text : {}) });
  const answer = messenger.onWire(chat, message);
  return messenger.face.editAnswersStub ? { message_id: 0, date: answer.date, chat: answer.chat } : answer;
}
