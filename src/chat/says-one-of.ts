import { locales, type Words } from '../words/words.js';

/** Longer than this, it is a story and not a cry for help. */
const longest = 80;

/**
 * Whether somebody says one of the phrases that stand under this key in `locales/`, in whichever language: "I want to talk
 * to support". What holds digits is an answer to a question.
 */
export function makeSaysOneOf(words: Words, key: string): (text: string) => boolean {
  const phrases = locales.flatMap((locale) =>
    words
      .plain(locale, key)
      .split(/[،,]/)
      .map((phrase) => plain(phrase)),
  );
  return (text) => {
    if (text.length > longest || /\p{Nd}/u.test(text)) return false;
    const said = plain(text);
    return phrases.some((phrase) => said.includes(phrase));
  };
}

/** Words with one space around each, in one spelling of ی and ک. */
const plain = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[\u064a\u0649]/g, '\u06cc')
    .replace(/\u0643/g, '\u06a9')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()} `;
