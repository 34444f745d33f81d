import type { MiddlewareFn } from 'grammy';
import type { ChatEvent } from '../chat/events.js';
import type { BotContext } from '../chat/context.js';
import { endWith } from './dialogue.js';
import type { Keyboard } from '../chat/keyboards.js';

/** Tells the chat what happened outside its dialogue. What a dialogue may be waiting for goes on to it. */
export const deliverEvents: MiddlewareFn<BotContext> = async (ctx, next) => {
  const { event, replies } = ctx.scope;
  if (!event) return next();
  switch (event.kind) {
    case 'portal-account':
    case 'mobile-owner':
    case 'sms-refused':
    case 'sms-undelivered':
      return next();
    case 'dialogue-idle':
    case 'dialogue-too-long':
      return endDialogue(ctx);
    case 'went-wrong':
      return giveUpDialogue(ctx);
    default:
      return replies.say(event, keyboardUnder(event));
  }
};

/** What is said of an SMS that came after the dialogue had ended is told all the same, with the way back; what the portal and the register answered is of no more use. */
export const lateAnswers: MiddlewareFn<BotContext> = async (ctx, next) => {
  const { event, replies } = ctx.scope;
  if (!event) return next();
  if (event.kind === 'sms-refused' || event.kind === 'sms-undelivered')
    await replies.say([event, 'begin-again-any-time'], ['reset']);
};

function keyboardUnder(event: ChatEvent): Keyboard | undefined {
  switch (event.kind) {
    case 'reset-done':
    case 'password-still-initial':
      return ['sign-in'];
    case 'request-granted':
    case 'reset-returned':
      return ['reset'];
    case 'notice-reset':
      return [`not-me:${event.resetId}`, ...notTheirs(event)];
    case 'notice-identity':
      return [`not-my-change:${event.noticeId}`];
    case 'notice-wrong-codes':
      return notTheirs(event);
    default:
      return undefined;
  }
}

const notTheirs = ({ bond }: { bond?: number }): string[] =>
  bond === undefined ? [] : [`not-theirs:${bond}`];

/** The timetable found the dialogue over; the member may have written, or ended it, in the meantime. */
async function endDialogue({ scope }: BotContext): Promise<void> {
  const { services, asker } = scope;
  const open = await services.dialogues.read(asker.chatKey);
  if (open?.status !== 'idle' && open?.status !== 'too-long') return;
  await services.dialogues.remove(asker.chatKey);
  await endWith(scope, open, `dialogue-${open.status}`);
}

/** What broke once in a dialogue would break at each new message: better to begin again than to be met with silence. */
async function giveUpDialogue({ scope }: BotContext): Promise<void> {
  const { services, asker, replies } = scope;
  // What cannot be read must not keep it from being ended.
  const open = await services.dialogues.read(asker.chatKey).catch(() => ({ state: '{}' }));
  await services.dialogues.remove(asker.chatKey);
  await (open ? endWith(scope, open, 'went-wrong') : replies.end('went-wrong', ['reset']));
}
