import { maskNationalId, parseNationalId } from '../../identity/national-id.js';
import { readIdentifier } from '../read-cell.js';
import type { PersonalRules } from './column.js';

export const nationalId = {
  kept: 'encrypted',
  field: 'nationalId',
  parse: (cell) => {
    let doubtful = false;
    const judged = readIdentifier(cell, (text) => {
      const parsed = parseNationalId(text);
      doubtful = parsed.ok && parsed.doubtful;
      return parsed;
    });
    return judged.ok && doubtful ? { ...judged, notice: 'import-id-doubtful' } : judged;
  },
  leftOut: 'row',
  repeated: { grade: 'notice', reason: 'import-id-shared' },
  another: () => 'other',
  counted: { first: null, other: 'nationalIds' },
  mask: maskNationalId,
} as const satisfies PersonalRules;
