import type { ConversationData, ConversationStorage } from '@grammyjs/conversations';
import type { MiddlewareFn } from 'grammy';
import { parseInput } from '../chat/input.js';
import { resetPasswordName } from '../../conversations/reset-password.js';
import type { BotContext } from '../chat/context.js';

type Stored = Awaited<ReturnType<Storage['adapter']['read']>>;
type Storage = Extract<ConversationStorage<BotContext, ConversationData>, { type: 'context' }>;

/** Keeps the plugin's state at the desk. What may be gone on with was decided by `standing`. */
export const dialogueStorage: Storage = {
  type: 'context',
  adapter: {
    read: ({ scope }) => (scope.openState === null ? undefined : (JSON.parse(scope.openState) as Stored)),
    write: ({ scope }, state) => scope.services.dialogues.write(scope.asker.chatKey, JSON.stringify(state)),
    delete: ({ scope }) => scope.services.dialogues.remove(scope.asker.chatKey),
  },
};

/** Looks whether the chat's dialogue may go on. One that is over ends here, with a word, before the update is handled. */
export const expireDialogue: MiddlewareFn<BotContext> = async ({ scope }, next) => {
  const { services, asker, replies } = scope;
  const open = await services.dialogues.read(asker.chatKey);
  scope.openState = open?.status === 'live' ? open.state : null;
  scope.outdated = open?.status === 'stale';
  if (open && open.status !== 'live') await services.dialogues.remove(asker.chatKey);
  if (open?.status === 'idle' || open?.status === 'too-long') {
    await replies.say(`dialogue-${open.status}`, 'removed');
  }
  await next();
};

/** A dialogue of an older program: an open challenge is gone on with, anything earlier begins again. */
export const resume: MiddlewareFn<BotContext> = async (ctx, next) => {
  const { outdated, services, asker, replies, beginReset } = ctx.scope;
  if (!outdated) return next();
  const challenge = await services.reset.findOpenChallenge(asker);
  if (challenge) return ctx.conversation.enter(resetPasswordName, challenge);
  const input = parseInput(ctx.update);
  if (input.kind === 'command') return next();
  if (input.messageId !== null) await replies.delete(input.messageId);
  await replies.say('dialogue-outdated', 'removed');
  await beginReset();
};
