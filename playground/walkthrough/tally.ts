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
  const perhapsPolled = begun < 0 ? [] : calls.slice(begun);
  return {
    messages: said.length,
    words: said.reduce((sum, text) => sum + countWords(text), 0),
    fillers: said.filter(isFiller).length,
    calls: perhapsPolled.filter(({ method }) => !unseen.has(method)).length,
  };
}

/** They go on whether anybody writes or not. */
const unseen = new Set(['getUpdates', 'getMe']);

const countWords = (text: string): number =>
  bare(text)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
