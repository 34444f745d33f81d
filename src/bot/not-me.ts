import { Composer } from 'grammy';
import type { BotContext } from '../chat/context.js';
import { takeButtonsAway } from './take-buttons-away.js';

/** The buttons under a notice. They go when one is pressed, so that nobody presses twice. */
export const notMe = new Composer<BotContext>();

/** "This was not me": freezes the reset path. */
notMe.callbackQuery(/^(not-me|not-my-change):(.+)$/, async (ctx) => {
  const { services, asker, replies } = ctx.scope;
  const [, what, id = ''] = ctx.match;
  const reported =
    what === 'not-me'
      ? await services.reset.reportNotMe(id, asker)
      : await services.reset.reportNotMyChange(Number(id), asker);
  await takeButtonsAway(ctx);
  await replies.say(reported);
});

/** "This chat is not theirs": it hears of that account no more. */
notMe.callbackQuery(/^not-theirs:(\d+)$/, async (ctx) => {
  const { services, asker, replies } = ctx.scope;
  const reported = await services.reset.reportNotTheirs(Number(ctx.match[1]), asker);
  await takeButtonsAway(ctx);
  await replies.say(reported);
});
