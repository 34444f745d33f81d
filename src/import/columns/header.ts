import { isRefused, type Cell } from '../../tables/cell.js';
import { locales, type Words } from '../../words/words.js';
import { fold } from './fold.js';
import { knownColumns, requiredColumns, type KnownColumn, type Places } from './names.js';

export type HeaderFault =
  | { kind: 'file-header-missing' }
  | { kind: 'file-columns-missing'; columns: KnownColumn[] }
  | { kind: 'file-column-twice'; columns: KnownColumn[] };

/** Every name by which a column may be called, as `fold` leaves it. */
export type HeaderNames = ReadonlyMap<string, KnownColumn>;

/** The column's own name in every language, and the others listed in `locales/` between bars. */
export function headerNames(words: Words): HeaderNames {
  const namesOf = (column: KnownColumn): string[] =>
    locales.flatMap((locale) => [
      words.plain(locale, `import-column-${column}`),
      ...words.plain(locale, `import-column-${column}-also`).split('|'),
    ]);
  return new Map(
    knownColumns.flatMap((column) => namesOf(column).map((name) => [fold(name), column] as const)),
  );
}

export type FoundColumns =
  | { ok: true; places: Places }
  /** `known`: how many columns it names all the same. */
  | { ok: false; fault: HeaderFault; known: number };

/** Finds the columns by a row of a file, in any order and between any others. */
export function findColumns(header: readonly Cell[], names: HeaderNames): FoundColumns {
  const places: Partial<Record<KnownColumn, number>> = {};
  const twice: KnownColumn[] = [];
  header.forEach((cell, place) => {
    const column = isRefused(cell) ? undefined : names.get(fold(String(cell)));
    if (!column) return;
    if (places[column] !== undefined) twice.push(column);
    places[column] ??= place;
  });
  const known = Object.keys(places).length;
  const missing = requiredColumns.filter((column) => places[column] === undefined);
  if (known === 0) return { ok: false, fault: { kind: 'file-header-missing' }, known };
  if (twice.length > 0) return { ok: false, fault: { kind: 'file-column-twice', columns: twice }, known };
  if (missing.length > 0)
    return { ok: false, fault: { kind: 'file-columns-missing', columns: missing }, known };
  return { ok: true, places: places as Places };
}
