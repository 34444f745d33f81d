import type { MiddlewareFn } from 'grammy';
import { parseInput } from '../chat/input.js';
import type { BotContext } from '../chat/context.js';

/** While the house is closed, members read why. Staff go in and look whether all is well again. */
export const maintenanceNotice =
  (asksForPerson: (text: string) => boolean): MiddlewareFn<BotContext> =>
  async ({ scope, update }, next) => {
    const { services, replies, asker, event } = scope;
    const text = event ? null : await services.maintenance.read();
    if (text === null || (await services.people.at(asker))) return next();
    const input = parseInput(update);
    // It may be an answer in a dialogue, which would have taken it out of the chat.
    if (input.messageId !== null && input.kind !== 'command') await replies.delete(input.messageId);
    const asked = input.kind === 'text' && asksForPerson(input.text);
    await replies.say([{ kind: 'closed-sign', text }, ...(asked ? ['support-contact'] : [])]);
  };
