import { badRequest } from '../refusal.js';
import type { Method } from './method.js';

const answerLimit = 200;

/** Stops the button's waiting sign and shows a word; clients of the old kind show nothing. */
const answerCallbackQuery: Method = (messenger, { parameters }) => {
  const callback = messenger.callbacks.find(parameters.text('callback_query_id'));
  if (!callback) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  const text = parameters.text('text');
  if (text.length > answerLimit) throw badRequest('MESSAGE_TOO_LONG');
  callback.spinning = false;
  const visible = text !== '' && !callback.id.startsWith('1');
  callback.shown = visible ? { text, alert: parameters.flag('show_alert') } : null;
  messenger.chats.get(callback.chatId)?.changed();
  return true;
};

export const answering = { answerCallbackQuery };
