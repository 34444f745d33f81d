import { isFiller } from '../../playground/walkthrough/played.js';
import type { Invented } from '../support/invented.js';
import { firstLine, type Walk } from '../support/walk.js';

const sentences = [
  ...['reset-welcome', 'insured-code-taken', 'mobile-needed', 'mobile-taken'],
  ...['code-sent', 'code-sent-again', 'reset-kept', 'reset-done', 'not-now', 'help'],
  ...['code-wrong', 'code-wrong-last', 'cover-not-active', 'resets-used-up'],
];

const somebody = { times: 5, expiresIn: 0, expiresAt: 0, left: 0, insuredCode: '', mobile: '' };

/** A sentence as far as it is the same for everybody. */
export const openingOf = (name: string): string => firstLine(name, somebody).split('\u2068')[0] ?? '';

const openings = sentences.map((name) => ({ name, opening: openingOf(name) }));

/** What the bot has said to somebody, but for what only fills a wait, by the names of the sentences, in the order of the chat; other words as they are. */
export function heard({ chat }: Pick<Walk, 'chat'>): string[] {
  return chat
    .messages()
    .filter(({ from, text }) => from === 'bot' && !isFiller(text))
    .map(({ text }) => openings.find(({ opening }) => text.startsWith(opening))?.name ?? text);
}

/** What is said to whoever goes straight to the end. */
export const straightWay = ({ onRecord }: Pick<Invented, 'onRecord'>): string[] => [
  ...['reset-welcome', 'insured-code-taken'],
  ...(onRecord ? [] : ['mobile-needed', 'mobile-taken']),
  ...['code-sent', 'reset-done'],
];
