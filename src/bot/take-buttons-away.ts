import { chatAddress } from '../chats/address.js';
import type { BotContext } from '../chat/context.js';

/**
 * So that nobody presses twice; if somebody does, the database refuses it. Bale may leave out parts of the message that
 * they stand under: it is in the chat of the press, and where it has no number they stay.
 */
export async function takeButtonsAway({ api, callbackQuery, scope }: BotContext): Promise<void> {
  const id: number | undefined = callbackQuery?.message?.message_id;
  if (id !== undefined) await api.editMessageReplyMarkup(Number(chatAddress(scope.asker.chatKey).chat), id);
}
