import { Composer } from 'grammy';
import type { BotContext } from '../chat/context.js';

/** "This was not me": freezes the reset path. The button goes, so that nobody presses it twice. */
export const notMe = new Composer<BotContext>();

notMe.callbackQuery(/^not-me:(.+)$/, async (ctx) => {
  const { services, asker, replies } = ctx.scope;
  const resetId = ctx.match[1] ?? '';
  const reported = await services.reset.reportNotMe(resetId, asker);
  const under = ctx.callbackQuery.message;
  if (under) await ctx.api.editMessageReplyMarkup(under.chat.id, under.message_id);
  await replies.say(reported);
});
