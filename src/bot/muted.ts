import type { MiddlewareFn } from 'grammy';
import type { BotContext } from '../chat/context.js';

/** A chat that staff have muted gets no answer, not even to a button. What it is told of its own recoveries goes on. */
export const onlyHeard: MiddlewareFn<BotContext> = async ({ scope }, next) => {
  if (scope.event || !(await scope.services.mutes.isMuted(scope.asker.chatKey))) return next();
};
