import { isRefused, type Cell } from '../../tables/cell.js';
import { locales, type Words } from '../../words/words.js';
import { allColumns, requiredColumns, type Column, type Places } from './names.js';

export type HeaderFault =
  | { kind: 'file-header-missing' }
  | { kind: 'file-columns-missing'; columns: Column[] }
  | { kind: 'file-column-twice'; columns: Column[] };

/** Every name by which a column may be called, as `fold` leaves it. */
export type HeaderNames = ReadonlyMap<string, Column>;

/** The column's own name in every language, and the others listed in `locales/` between bars. */
export function headerNames(words: Words): HeaderNames {
  const namesOf = (column: Column): string[] =>
    locales.flatMap((locale) => [
      words.plain(locale, `import-column-${column}`),
      ...words.plain(locale, `import-column-${column}-also`).split('|'),
    ]);
  return new Map(
    allColumns.flatMap((column) => namesOf(column).map((name) => [fold(name), column] as const)),
  );
}

/** Finds the columns by the first row of a file, in any order and between any others. */
export function findColumns(
  header: readonly Cell[],
  names: HeaderNames,
): { ok: true; places: Places } | { ok: false; fault: HeaderFault } {
  const places: Partial<Record<Column, number>> = {};
  const twice: Column[] = [];
  header.forEach((cell, place) => {
    const column = isRefused(cell) ? undefined : names.get(fold(String(cell)));
    if (!column) return;
    if (places[column] !== undefined) twice.push(column);
    places[column] ??= place;
  });
  const missing = requiredColumns.filter((column) => places[column] === undefined);
  if (Object.keys(places).length === 0) return { ok: false, fault: { kind: 'file-header-missing' } };
  if (twice.length > 0) return { ok: false, fault: { kind: 'file-column-twice', columns: twice } };
  if (missing.length > 0) return { ok: false, fault: { kind: 'file-columns-missing', columns: missing } };
  return { ok: true, places: places as Places };
}

/** What is left of a name when case, spaces, marks, punctuation and the Arabic shapes of letters are of no account. */
function fold(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]/gu, '')
    .replace(/[\u064A\u0649]/g, '\u06CC')
    .replaceAll('\u0643', '\u06A9')
    .replace(/[\u0629\u06D5]/g, '\u0647');
}
