import type { MiddlewareFn } from 'grammy';
import type { Message } from 'grammy/types';
import { chatAddress } from '../chats/address.js';
import type { BotContext } from '../chat/context.js';
import { readCommand } from '../chat/input.js';

/**
 * Lets through what one person wrote or pressed in their own chat with us. A group that calls us is sent to the private
 * chat; channels, other bots and whoever hides their name get nothing.
 */
export const onlyPrivate: MiddlewareFn<BotContext> = async (ctx, next) => {
  if (ctx.scope.event) return next();
  const message = ctx.update.message ?? ctx.update.edited_message;
  const sender = (message ?? ctx.callbackQuery)?.from;
  if (!sender || sender.is_bot || message?.sender_chat || message?.via_bot) return;
  if (isPrivate(ctx, sender.id)) return next();
  if (ctx.update.message && callsUs(ctx.update.message, ctx.me.username)) {
    await ctx.scope.replies.say('write-in-private');
  }
};

/**
 * Bale may leave out a chat's type, and the message that a button stood under. A chat with its sender's own id is theirs
 * all the same; a chat that shows neither is not taken for private.
 */
function isPrivate({ chat, scope }: BotContext, sender: number): boolean {
  const type: string | undefined = chat?.type;
  if (type !== undefined) return type === 'private';
  return String(chat?.id ?? chatAddress(scope.asker.chatKey).chat) === String(sender);
}

/** What people in a group may mean for us. */
const callable = new Set(['start', 'reset', 'help']);

function callsUs(message: Message, username: string): boolean {
  if (message.chat.type !== 'group' && message.chat.type !== 'supergroup') return false;
  const text = (message.text ?? message.caption ?? '').toLowerCase();
  const named = username !== '' && text.includes(`@${username.toLowerCase()}`);
  return named || callable.has(readCommand(text)?.name ?? '');
}
