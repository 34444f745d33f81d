import type { Locale } from '../../src/words/words.js';
import { readLocaleFiles, type Sentence } from '../words/locale-files.js';

const { sentences } = readLocaleFiles(new URL('../../locales/', import.meta.url));

/** Shorter ones are on too many screens. */
const shortest = 5;

const linesOf = ({ texts }: Sentence): string[] =>
  texts
    .flatMap((text) => text.split('\n'))
    .map((text) => text.trim())
    .filter(({ length }) => length >= shortest);

/** How one sentence is known again. */
interface Signs {
  /** Lines of it that stand in no other, one at least for each of its variants. */
  own: readonly string[];
  all: readonly string[];
}

const known = new Map<string, Signs>();

function signsOf(locale: Locale, key: string): Signs {
  const name = `${locale} ${key}`;
  const found = known.get(name);
  if (found) return found;
  const inLocale = sentences.filter((one) => one.locale === locale);
  const sentence = inLocale.find((one) => one.key === key);
  const all = sentence ? linesOf(sentence) : [];
  if (all.length === 0) throw new Error(`${key} has no words of its own in ${locale}`);
  const others = inLocale.filter((one) => one.key !== key).flatMap(({ texts }) => texts);
  const signs = { all, own: all.filter((line) => !others.some((text) => text.includes(line))) };
  known.set(name, signs);
  return signs;
}

/**
 * Does this message say the sentence, in whatever variant and with whatever in its blanks? Where nothing in it is its own, all
 * of it must be there.
 */
export function isSaidIn(text: string, key: string, locale: Locale = 'fa'): boolean {
  const { own, all } = signsOf(locale, key);
  return own.length > 0 ? own.some((line) => text.includes(line)) : all.every((line) => text.includes(line));
}
