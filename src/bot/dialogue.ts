import type { ConversationData, ConversationStorage } from '@grammyjs/conversations';
import type { MiddlewareFn } from 'grammy';
import { parseInput } from '../chat/input.js';
import { resetPasswordName } from '../../conversations/reset-password.js';
import type { BotContext, UpdateScope } from '../chat/context.js';
import type { OpenDialogue } from '../dialogues/dialogues.js';

type Stored = Awaited<ReturnType<Storage['adapter']['read']>>;
type Storage = Extract<ConversationStorage<BotContext, ConversationData>, { type: 'context' }>;

/** What is kept of a dialogue between two updates. */
interface KeptState {
  plugin: Stored;
  /** See `Replies`. */
  keysAreShown: boolean;
}

const readState = (text: string): KeptState => JSON.parse(text) as KeptState;

/** Ends a dialogue from outside, in whatever state it was kept: an older version has not said whether the phone's keys stand. */
export async function endWith(
  { replies }: UpdateScope,
  { state }: Pick<OpenDialogue, 'state'>,
  words: string,
): Promise<void> {
  const { keysAreShown = true } = readState(state) as Partial<KeptState>;
  replies.keysAreShown = keysAreShown;
  await replies.end(words, ['reset']);
}

/** Keeps the plugin's state at the desk. What may be gone on with was decided by `standing`. */
export const dialogueStorage: Storage = {
  type: 'context',
  adapter: {
    read: ({ scope }) => (scope.openState === null ? undefined : readState(scope.openState).plugin),
    write: ({ scope }, plugin) => {
      const kept: KeptState = { plugin, keysAreShown: scope.replies.keysAreShown };
      return scope.services.dialogues.write(scope.asker.chatKey, JSON.stringify(kept));
    },
    delete: ({ scope }) => scope.services.dialogues.remove(scope.asker.chatKey),
  },
};

/** Looks whether the chat's dialogue may go on. One that is over ends here, with a word, before the update is handled. */
export const expireDialogue: MiddlewareFn<BotContext> = async ({ scope }, next) => {
  const { services, asker, replies } = scope;
  const open = await services.dialogues.read(asker.chatKey);
  scope.openState = open?.status === 'live' ? open.state : null;
  if (scope.openState !== null) replies.keysAreShown = readState(scope.openState).keysAreShown;
  scope.outdated = open?.status === 'stale';
  if (open && open.status !== 'live') await services.dialogues.remove(asker.chatKey);
  if (open?.status === 'idle' || open?.status === 'too-long') {
    await endWith(scope, open, `dialogue-${open.status}`);
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
