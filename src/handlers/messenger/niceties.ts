import type { BotCall } from '../../chat/services.js';

/** Nothing is lost when one of these is not made. */
const methods = new Set([
  ...['deleteMessage', 'editMessageReplyMarkup', 'answerCallbackQuery', 'sendChatAction'],
  ...['setMyCommands', 'deleteMyCommands'],
]);

/** Is it only nice to have? Then it comes behind words, waits for less, and is made once. */
export const isNicety = ({ method }: BotCall): boolean => methods.has(method);
