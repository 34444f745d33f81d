import { parseInsuredCode } from '../../identity/insured-code.js';
import { readIdentifier } from '../read-cell.js';
import type { CellReader, KeyRules } from './column.js';

export const insuredCode = {
  kept: 'key',
  field: 'insuredCode',
  parse: (cell, { insuredCodePattern }: Pick<CellReader, 'insuredCodePattern'>) =>
    readIdentifier(cell, (text) => parseInsuredCode(text, insuredCodePattern)),
  leftOut: 'row',
  // Two rows of one code cannot both be right; a family may well share the rest.
  repeated: { grade: 'fault', reason: 'import-code-twice' },
} as const satisfies KeyRules;
