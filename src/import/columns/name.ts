import { maskName, parseName } from '../../identity/name.js';
import { isRefused, type Cell } from '../../tables/cell.js';
import { readText } from '../read-cell.js';
import type { PersonalRules } from './column.js';

export const name = {
  kept: 'encrypted',
  field: 'name',
  parse: (cell) => readText(cell, parseName),
  // A member without a name gets back in all the same; one who was left out does not.
  leftOut: 'cell',
  repeated: null,
  another: () => 'other',
  counted: { first: 'names', other: 'names' },
  mask: maskName,
} as const satisfies PersonalRules;

/** A name that a list keeps in two columns; what cannot be taken of either is not taken of the whole. */
export function joinedName(first: Cell, last: Cell): Cell {
  if (isRefused(first)) return first;
  if (isRefused(last)) return last;
  const [one, other] = [String(first).trim(), String(last).trim()];
  // Some lists have the whole name in one column, and its end in the other once more.
  return one.endsWith(other) ? one : `${one} ${other}`.trim();
}
