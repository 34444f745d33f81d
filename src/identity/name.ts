import { accepted, refused, type Parsed } from './parsed.js';

export type NameError = 'name-hidden-signs' | 'name-not-a-name';

/**
 * A person's name on one line, with the Persian shapes of letters that old code pages have only in Arabic, and without
 * the marks that nobody sees. Signs that would turn round what stands beside it, or that no text has, are refused.
 */
export function parseName(text: string): Parsed<string, NameError> {
  const seen = text.normalize('NFC').replace(unseen, '').replace(breaks, ' ').trim();
  if (hidden.test(seen)) return refused('name-hidden-signs');
  const name = seen.replace(/[\u064A\u0649]/g, '\u06CC').replaceAll('\u0643', '\u06A9');
  return /\p{L}/u.test(name) && digitsIn(name) < longNumber ? accepted(name) : refused('name-not-a-name');
}

/** `ab••f g•••k`: the ends of each word, so that one spelling may be known from another by whoever knows both. */
export const maskName = (name: string): string => name.split(' ').map(maskWord).join(' ');

function maskWord(word: string): string {
  const signs = Array.from(word);
  const bullets = '•'.repeat(Math.min(Math.max(signs.length - 2, 1), mostBullets));
  return signs.length < 3 ? `${signs[0] ?? ''}${bullets}` : `${signs[0]}${bullets}${signs.at(-1)}`;
}

const mostBullets = 6;

/** Steer how text is laid out and are no part of it; the half-space between parts of a word is. */
const unseen = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202C\u2060\u2066-\u2069\uFEFF]/g;
/** Line ends and white space, with the half-spaces beside them. */
const breaks = /[\u200C\u200D]*\s[\s\u200C\u200D]*|^[\u200C\u200D]+|[\u200C\u200D]+$/g;
/** Whatever else has no shape of its own: controls, overrides of direction, tags. */
const hidden = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]|(?![\u200C\u200D])\p{Cf}/u;

const digitsIn = (text: string): number => text.match(/\p{Nd}/gu)?.length ?? 0;

/** A national ID or a mobile may stand in the wrong column, and as a name it would be shown whole. */
const longNumber = 8;
