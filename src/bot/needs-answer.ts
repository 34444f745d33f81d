import type { MiddlewareFn } from 'grammy';
import type { BotContext } from '../chat/context.js';
import { hour } from '../durations.js';

/**
 * What nobody means as a word to the bot gets none: a live location that moves, a reaction, an edit without an edit; and
 * of an album one picture is answered for all.
 */
export const onlyWhatNeedsAnswer: MiddlewareFn<BotContext> = async ({ scope, update }, next) => {
  const { message, edited_message: edited } = update;
  if (edited && (edited.text === undefined || edited.edit_date === undefined)) return;
  const album = message?.media_group_id;
  if (album !== undefined && !(await scope.services.firstIn(scope.asker.chatKey, `album:${album}`, hour)))
    return;
  return next();
};
