import type { MiddlewareFn } from 'grammy';
import type { ChatEvent } from '../reset/ports.js';
import type { HouseContext } from '../chat/context.js';
import type { Keyboard } from '../chat/keyboards.js';

/** Tells the chat what happened outside its dialogue. What a dialogue may be waiting for goes on to it. */
export const toldFromOutside: MiddlewareFn<HouseContext> = async (ctx, next) => {
  const { event, voice } = ctx.house;
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
      return voice.say(event, keyboardUnder(event));
  }
};

/** What is said of an SMS that came after the dialogue had ended is told all the same; what the portal and the register answered is of no more use. */
export const lateAnswers: MiddlewareFn<HouseContext> = async (ctx, next) => {
  const { event, voice } = ctx.house;
  if (!event) return next();
  if (event.kind === 'sms-refused' || event.kind === 'sms-undelivered') await voice.say(event);
};

function keyboardUnder(event: ChatEvent): Keyboard | undefined {
  switch (event.kind) {
    case 'reset-done':
      return ['sign-in'];
    case 'notice-reset':
      return [`not-me:${event.resetId}`];
    default:
      return undefined;
  }
}

/** The timetable found the dialogue over; the member may have written, or ended it, in the meantime. */
async function endDialogue({ house }: HouseContext): Promise<void> {
  const { desk, asker, voice } = house;
  const open = await desk.dialogues.read(asker.chatKey);
  if (open?.standing !== 'idle' && open?.standing !== 'too-long') return;
  await desk.dialogues.remove(asker.chatKey);
  await desk.reset.abandon(asker);
  await voice.say(`dialogue-${open.standing}`, 'removed');
}

/** What broke once in a dialogue would break at each new message: better to begin again than to be met with silence. */
async function giveUpDialogue({ house }: HouseContext): Promise<void> {
  const { desk, asker, voice } = house;
  await desk.dialogues.remove(asker.chatKey);
  await desk.reset.abandon(asker);
  await voice.say('went-wrong', 'removed');
}
