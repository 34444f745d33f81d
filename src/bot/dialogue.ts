import type { ConversationData, ConversationStorage } from '@grammyjs/conversations';
import type { MiddlewareFn } from 'grammy';
import { whatCame } from '../chat/input.js';
import { resetPasswordName } from '../../conversations/reset-password.js';
import type { HouseContext } from '../chat/context.js';

type Stored = Awaited<ReturnType<Storage['adapter']['read']>>;
type Storage = Extract<ConversationStorage<HouseContext, ConversationData>, { type: 'context' }>;

/** Keeps the plugin's state at the desk. What may be gone on with was decided by `standing`. */
export const dialogueStorage: Storage = {
  type: 'context',
  adapter: {
    read: ({ house }) => (house.openState === null ? undefined : (JSON.parse(house.openState) as Stored)),
    write: ({ house }, state) => house.desk.dialogues.write(house.asker.chatKey, JSON.stringify(state)),
    delete: ({ house }) => house.desk.dialogues.remove(house.asker.chatKey),
  },
};

/** Looks whether the chat's dialogue may go on. One that is over ends here, with a word, before the update is handled. */
export const standing: MiddlewareFn<HouseContext> = async ({ house }, next) => {
  const { desk, asker, voice } = house;
  const open = await desk.dialogues.read(asker.chatKey);
  house.openState = open?.standing === 'live' ? open.state : null;
  house.outdated = open?.standing === 'stale';
  if (open && open.standing !== 'live') await desk.dialogues.remove(asker.chatKey);
  if (open?.standing === 'idle' || open?.standing === 'too-long') {
    await desk.reset.abandon(asker);
    await voice.say(`dialogue-${open.standing}`, 'removed');
  }
  await next();
};

/** A dialogue of an older program: an open challenge is gone on with, anything earlier begins again. */
export const takeUp: MiddlewareFn<HouseContext> = async (ctx, next) => {
  const { outdated, desk, asker, voice, beginReset } = ctx.house;
  if (!outdated) return next();
  const challenge = await desk.reset.openChallenge(asker);
  if (challenge) return ctx.conversation.enter(resetPasswordName, challenge);
  const came = whatCame(ctx.update);
  if (came.kind === 'command') return next();
  if (came.messageId !== null) await voice.erase(came.messageId);
  await voice.say('dialogue-outdated', 'removed');
  await beginReset();
};
