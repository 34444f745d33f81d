import type { MiddlewareFn } from 'grammy';
import { whatCame } from '../chat/input.js';
import type { HouseContext } from '../chat/context.js';

/** While the house is closed, members read why. Staff go in and look whether all is well again. */
export const closedSign: MiddlewareFn<HouseContext> = async ({ house, update }, next) => {
  const { desk, voice, asker, event } = house;
  const text = event ? null : await desk.staff.sign.read();
  if (text === null || (await desk.staff.people.at(asker))) return next();
  const came = whatCame(update);
  // It may be an answer in a dialogue, which would have taken it out of the chat.
  if (came.messageId !== null && came.kind !== 'command') await voice.erase(came.messageId);
  await voice.say({ kind: 'closed-sign', text });
};
