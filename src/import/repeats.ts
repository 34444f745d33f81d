import type { DuplicateIndex } from './duplicate-index.js';
import type { MemberRow } from './reading.js';

/** A row as far as it could be read, and whom to tell of what else is found. */
export interface ReadRow {
  line: number;
  draft: { [Field in (typeof unique)[number]['field']]: MemberRow[Field] | null };
  sheet: Record<'fault' | 'notice', (column: Column, reason: Repeat, firstLine: number) => void>;
}

type Column = (typeof unique)[number]['column'];
type Repeat = (typeof unique)[number]['reason'];

/** Two rows of one insured code cannot both be right; a family may well share the others. */
const unique = [
  { column: 'insured-code', field: 'insuredCode', grade: 'fault', reason: 'import-code-twice' },
  { column: 'national-id', field: 'nationalId', grade: 'notice', reason: 'import-id-shared' },
  { column: 'mobile', field: 'mobile', grade: 'notice', reason: 'import-mobile-shared' },
] as const;

/** Points out, in rows of a file that come some at a time and in order, what has stood in an earlier one. */
export function makeRepeats(seen: DuplicateIndex): (rows: readonly ReadRow[]) => void {
  let before = 0;
  return (rows) => {
    const places = rows.flatMap(({ line, draft, sheet }, at) =>
      unique.flatMap(({ column, field, grade, reason }) => {
        const text = draft[field];
        const tell = (firstLine: number): void => sheet[grade](column, reason, firstLine);
        return text === null ? [] : [{ text: `${column} ${text}`, line, row: before + at, tell }];
      }),
    );
    before += rows.length;
    seen.mark(places).forEach((firstLine, at) => {
      if (firstLine !== undefined) places[at]?.tell(firstLine);
    });
  };
}
