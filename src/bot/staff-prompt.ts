import type { MiddlewareFn } from 'grammy';
import type { BotContext } from '../chat/context.js';
import { parseInput } from '../chat/input.js';
import { answerPrompt } from '../commands/staff-prompt.js';

/** What nobody else has understood may be what somebody of staff was asked for. */
export const staffPrompt: MiddlewareFn<BotContext> = async ({ scope, update }, next) => {
  const input = parseInput(update);
  const { staff, people } = scope.services;
  const prompt = input.kind === 'text' ? await staff.prompts.open(scope.asker.chatKey) : null;
  const actor = prompt && (await people.at(scope.asker));
  if (input.kind !== 'text' || !prompt || actor?.personId !== prompt.personId) return next();
  await answerPrompt({ scope, actor, staff }, prompt, input.text);
};
