import type { Keyboard } from '../src/chat/keyboards.js';
import type { Message, Paragraph } from '../src/chat/reply.js';
import { courtesyIn, interruption } from './aside.js';
import type { Input } from '../src/chat/input.js';
import type { Talk } from './talk.js';

/** How a question takes what came in. `miss`: an answer that does not fit; `not-mine`: no answer at all. */
export type AnswerResult<T> =
  | { kind: 'answer'; answer: T }
  | { kind: 'miss'; says: Message }
  | { kind: 'not-now'; says: Message }
  | { kind: 'not-mine' };

export interface Question<T> {
  /** The question; said again after whatever interrupts it. */
  asks: Message;
  /** What stands in its place the first time: news, and the question among it. */
  first?: readonly (Message | Paragraph)[];
  /** It is somebody else who has to answer: `asks` is said only if that takes long. */
  isWait?: boolean;
  /** Said from the second miss on: where the answer is to be found. */
  hint: Message;
  /** Without one, nothing has to be put away later; «انصراف» is understood as a word. */
  keyboard?: Keyboard;
  hear(came: Input): AnswerResult<T>;
}

/** Answers that do not fit, one after the other, before the dialogue ends. */
const mostMisses = 3;

export const answer = <T>(value: T): AnswerResult<T> => ({ kind: 'answer', answer: value });
export const invalid = (says: Message): AnswerResult<never> => ({ kind: 'miss', says });
export const notNow = (says: Message): AnswerResult<never> => ({ kind: 'not-now', says });
export const notAnAnswer: AnswerResult<never> = { kind: 'not-mine' };

/** One question until a good answer. Does not come back when the dialogue ends over it. */
export async function ask<T>(talk: Talk, question: Question<T>): Promise<T> {
  const { asks, first = [asks], isWait = false, keyboard } = question;
  await (isWait ? talk.fill(asks) : talk.say(first, keyboard));
  for (let misses = 0; ;) {
    const came = await talk.hear();
    const heard = question.hear(came);
    switch (heard.kind) {
      case 'answer':
        return heard.answer;
      case 'miss':
        if (courtesyIn(talk, came)) {
          await interruption(talk, came, question);
          break;
        }
        misses += 1;
        if (misses > mostMisses) await talk.end('given-up');
        await talk.say(reproach(heard.says, question.hint, misses), keyboard);
        break;
      case 'not-now':
        await talk.say(heard.says, keyboard);
        break;
      case 'not-mine':
        await interruption(talk, came, question);
    }
  }
}

/** Each time a little more help. */
function reproach(reason: Message, hint: Message, misses: number): Message[] {
  if (misses === 1) return [reason];
  return misses === mostMisses ? [reason, hint, 'last-try'] : [reason, hint];
}
