import type { MiddlewareFn } from 'grammy';
import type { BotContext } from '../chat/context.js';

/**
 * Stops the button's turning wheel. Whatever is to be said about it is said in the chat, where it stays to be read
 * and where old clients of Bale show it too.
 */
export const answerButtons: MiddlewareFn<BotContext> = async (ctx, next) => {
  if (ctx.callbackQuery) await ctx.api.answerCallbackQuery(ctx.callbackQuery.id);
  await next();
};
