import { maskName, parseName } from '../../identity/name.js';
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
