import { foldDigits } from '../../identity/digits.js';
import { isRefused, type Cell } from '../../tables/cell.js';
import { locales, type Words } from '../../words/words.js';
import { fold } from './fold.js';

/** Says of a cell whether people put it where they have nothing to put. */
export type IsPlaceholder = (cell: Cell) => boolean;

/** The words that `locales/` lists between bars, as `fold` leaves them. */
export type Placeholders = ReadonlySet<string>;

export function placeholders(words: Words): Placeholders {
  const listed = locales.flatMap((locale) => words.plain(locale, 'import-nothing-also').split('|'));
  return new Set(listed.map(fold));
}

/** Those words, signs without letters or digits, and zeros. */
export function isOneOf(known: Placeholders): IsPlaceholder {
  return (cell) => {
    if (isRefused(cell)) return false;
    const folded = foldDigits(fold(String(cell)));
    return /^0*$/.test(folded) || known.has(folded);
  };
}
