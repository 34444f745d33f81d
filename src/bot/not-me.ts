import { Composer } from 'grammy';
import type { BotContext } from '../chat/context.js';

/** "This was not me": freezes the reset path. The button goes, so that nobody presses it twice. */
export const notMe = new Composer<BotContext>();

notMe.callbackQuery(/^(not-me|not-my-change):(.+)$/, async (ctx) => {
  const { services, asker, replies } = ctx.scope;
  const [, what, id = ''] = ctx.match;
  const reported =
    what === 'not-me'
      ? await services.reset.reportNotMe(id, asker)
      : await services.reset.reportNotMyChange(Number(id), asker);
  const under = ctx.callbackQuery.message;
  if (under) await ctx.api.editMessageReplyMarkup(under.chat.id, under.message_id);
  await replies.say(reported);
});
