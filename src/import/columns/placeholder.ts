import { foldDigits } from '../../identity/digits.js';
import { isRefused, type Cell } from '../../tables/cell.js';
import { locales, type Words } from '../../words/words.js';
import { fold } from './fold.js';

/** Says of a cell whether people put it where they have nothing to put. */
export type IsPlaceholder = (cell: Cell) => boolean;

/** Signs without letters or digits, zeros, and the words that `locales/` lists between bars. */
export function placeholders(words: Words): IsPlaceholder {
  const listed = locales.flatMap((locale) => words.plain(locale, 'import-nothing-also').split('|'));
  const known = new Set(listed.map(fold));
  return (cell) => {
    if (isRefused(cell)) return false;
    const folded = foldDigits(fold(String(cell)));
    return /^0*$/.test(folded) || known.has(folded);
  };
}
