import type { BotContext } from '../chat/context.js';

/** So that nobody presses twice; if somebody does, the database refuses it. */
export async function takeButtonsAway(ctx: BotContext): Promise<void> {
  const under = ctx.callbackQuery?.message;
  if (under) await ctx.api.editMessageReplyMarkup(under.chat.id, under.message_id);
}
