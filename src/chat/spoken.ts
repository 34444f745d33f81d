import { locales, type Words } from '../words/words.js';
import { makeSaysOneOf } from './says-one-of.js';

/** What people say in words of their own instead of a command or a button, in either language. */
export interface Spoken {
  /** They want no more; the cancel key of a reply keyboard sends its own label as text. */
  isCancel(this: void, text: string): boolean;
  /** They would rather talk to a person. */
  asksForPerson(this: void, text: string): boolean;
  /** The password is forgotten: what this bot is there for. */
  hasForgotten(this: void, text: string): boolean;
  /** The text message has not come. */
  saysNoSms(this: void, text: string): boolean;
  greets(this: void, text: string): boolean;
  thanks(this: void, text: string): boolean;
}

export const makeSpoken = (words: Words): Spoken => ({
  isCancel: cancelsIn(words),
  asksForPerson: makeSaysOneOf(words, 'words-for-support'),
  hasForgotten: makeSaysOneOf(words, 'words-for-reset'),
  saysNoSms: makeSaysOneOf(words, 'words-for-no-sms'),
  greets: makeSaysOneOf(words, 'words-that-greet'),
  thanks: makeSaysOneOf(words, 'words-that-thank'),
});

/** Nothing but the word, whatever marks stand around it. */
function cancelsIn(words: Words): (text: string) => boolean {
  const bare = (text: string) => text.replace(/[^\p{L}]/gu, '').toLowerCase();
  const known = locales.flatMap((locale) => words.say(locale, 'words-that-cancel').split(/\s+/).map(bare));
  return (text) => known.includes(bare(text));
}
