import type { MiddlewareFn } from 'grammy';
import type { Chat, Message } from 'grammy/types';
import { chatAddress } from '../chats/address.js';
import type { HouseContext } from './house.js';

/**
 * Lets through what one person wrote or pressed in their own chat with us. A group that calls us is sent to the private
 * chat; channels, other bots and whoever hides their name get nothing.
 */
export const onlyPrivate: MiddlewareFn<HouseContext> = async (ctx, next) => {
  if (ctx.house.event) return next();
  const message = ctx.update.message ?? ctx.update.edited_message;
  const sender = (message ?? ctx.callbackQuery)?.from;
  if (!sender || sender.is_bot || message?.sender_chat || message?.via_bot) return;
  if (isPrivate(ctx)) return next();
  if (ctx.update.message && callsUs(ctx.update.message, ctx.me.username))
    await ctx.house.voice.say('write-in-private');
};

/** Bale may leave out the message that a button stood under; then the chat must be the presser's own. */
function isPrivate(ctx: HouseContext): boolean {
  const chat: Chat | undefined = ctx.chat;
  if (chat) return chat.type === 'private';
  return (
    ctx.callbackQuery !== undefined && chatAddress(ctx.house.asker.chatKey).chat === ctx.house.asker.senderId
  );
}

function callsUs(message: Message, username: string): boolean {
  const text = (message.text ?? message.caption ?? '').toLowerCase();
  return text.includes(`@${username.toLowerCase()}`) || /^\/(start|reset|help)(\s|$)/.test(text);
}
