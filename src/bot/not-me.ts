import { Composer } from 'grammy';
import type { HouseContext } from '../chat/context.js';

/** "This was not me": freezes the reset path. The button goes, so that nobody presses it twice. */
export const notMe = new Composer<HouseContext>();

notMe.callbackQuery(/^not-me:(.+)$/, async (ctx) => {
  const { desk, asker, voice } = ctx.house;
  const resetId = ctx.match[1] ?? '';
  const reported = await desk.reset.reportNotMe(resetId, asker);
  const under = ctx.callbackQuery.message;
  if (under) await ctx.api.editMessageReplyMarkup(under.chat.id, under.message_id);
  await voice.say(reported);
});
