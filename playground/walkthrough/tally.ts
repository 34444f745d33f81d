import type { CallRecord } from '../emulator/call-log.js';
import { isFiller } from './played.js';
import { bare, readSentences } from './sentences.js';

/** What a recovery costs whoever reads it, and the messenger. */
export interface Tally {
  /** Of the bot. */
  messages: number;
  /** In them. */
  words: number;
  /** What was said only because somebody else took long to answer; among the messages too. */
  fillers: number;
  /** Calls of the Bot API. */
  calls: number;
}

const sentences = readSentences();

/** Counts from the first question of a recovery on: who greets first has not begun one. */
export function tallyOf(calls: readonly CallRecord[]): Tally {
  const texts = calls.map(({ method, payload }) => (method === 'sendMessage' ? String(payload['text']) : ''));
  const begun = texts.findIndex((text) => bare(text).endsWith(sentences.written('ask-insured-code')));
  const since = begun < 0 ? [] : texts.slice(begun);
  const said = since.filter((text) => text !== '');
  const made = begun < 0 ? [] : calls.slice(begun).filter(({ method }) => !unseen.has(method));
  return {
    messages: said.length,
    words: said.reduce((sum, text) => sum + countWords(text), 0),
    fillers: said.filter(isFiller).length,
    calls: made.length - (stopsWheelOfGreeting(made) ? 1 : 0),
  };
}

/** They go on whether anybody writes or not. */
const unseen = new Set(['getUpdates', 'getMe']);

/** The first question has no buttons: what answers a press beside it answers the greeting's, and may come before it or after. */
function stopsWheelOfGreeting([, ...after]: readonly CallRecord[]): boolean {
  const nextSaid = after.findIndex(({ method }) => method === 'sendMessage');
  return after
    .slice(0, nextSaid < 0 ? after.length : nextSaid)
    .some(({ method }) => method === 'answerCallbackQuery');
}

const countWords = (text: string): number =>
  bare(text)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
