import type { Markup } from '../buttons.js';
import type { Chat, Draft } from '../chat.js';
import type { ChatMessage } from '../chat-message.js';
import { readMarkup } from '../markup.js';
import type { Messenger } from '../messenger.js';
import type { Parameters } from '../parameters.js';
import { badRequest } from '../refusal.js';
import type { Method } from './method.js';
import { chatOf, messageOf, openChatOf } from './target.js';
import { captionOf, textOf } from './text.js';

const sendMessage: Method = (messenger, { parameters }) => {
  const chat = openChatOf(messenger, parameters);
  const raw = textOf(parameters);
  return post(messenger, chat, { from: 'bot', kind: 'text', raw }, markupOf(chat, parameters));
};

const sendDocument: Method = (messenger, { parameters }) =>
  sendFile(messenger, parameters, 'document', 'documents', 50);

const sendPhoto: Method = (messenger, { parameters }) =>
  sendFile(messenger, parameters, 'photo', 'photos', 10);

const copyMessage: Method = (messenger, { parameters }) => {
  const { chat, original } = sourceOf(messenger, parameters, 'copy');
  const copy = post(messenger, chat, { ...contentOf(original), from: 'bot' }, markupOf(chat, parameters));
  return { message_id: copy.message_id };
};

const forwardMessage: Method = (messenger, { parameters }) => {
  const { chat, original } = sourceOf(messenger, parameters, 'forward');
  const extras = { ...original.extras, ...messenger.face.forwardMark(original.at) };
  return post(messenger, chat, { ...contentOf(original), extras, from: 'bot' }, null);
};

/** The bot shows what it is doing, until its next message. */
const sendChatAction: Method = (messenger, { parameters }) => {
  const chat = openChatOf(messenger, parameters);
  const action = parameters.text('action');
  if (!/^(typing|upload_\w+|record_\w+|choose_sticker|find_location)$/.test(action)) {
    throw badRequest('wrong parameter action in request');
  }
  chat.doing = action;
  chat.changed();
  return true;
};

export const sending = {
  sendMessage,
  sendDocument,
  sendPhoto,
  copyMessage,
  forwardMessage,
  sendChatAction,
};

function sendFile(
  messenger: Messenger,
  parameters: Parameters,
  kind: 'document' | 'photo',
  folder: string,
  megabytes: number,
) {
  const chat = openChatOf(messenger, parameters);
  const raw = captionOf(messenger, parameters);
  const upload = parameters.upload(kind);
  if (upload && upload.bytes.length === 0) throw badRequest('file must be non-empty');
  if (upload && upload.bytes.length > megabytes * 1024 * 1024) throw badRequest('file is too big');
  const file = upload ? messenger.files.store(upload, folder) : messenger.files.find(parameters.text(kind));
  if (!file) throw badRequest('wrong file identifier/HTTP URL specified');
  const { id, name, mime, bytes } = file;
  const draft: Draft = { from: 'bot', kind, raw, file: { id, name, mime, size: bytes.length } };
  return post(messenger, chat, draft, markupOf(chat, parameters));
}

function post(messenger: Messenger, chat: Chat, draft: Draft, markup: Markup | null) {
  const buttons = markup?.kind === 'inline' ? markup.rows.filter((row) => row.length > 0) : [];
  const text = messenger.face.shown(draft.raw);
  if (draft.kind === 'text' && text.trim() === '') throw badRequest('message text is empty');
  const message = chat.post({ ...draft, text, buttons }, messenger.now());
  chat.show(markup);
  return messenger.onWire(chat, message);
}

function sourceOf(messenger: Messenger, parameters: Parameters, wantedTo: string) {
  const chat = openChatOf(messenger, parameters);
  const source = chatOf(messenger, parameters, 'from_chat_id');
  return { chat, original: messageOf(source, parameters, wantedTo) };
}

const contentOf = ({ kind, raw, file, contact, extras }: ChatMessage) => ({
  kind,
  raw,
  file,
  contact,
  extras,
});

const markupOf = (chat: Chat, parameters: Parameters) =>
  readMarkup(parameters.json('reply_markup'), chat.type);
