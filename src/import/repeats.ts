import { columnRules, type Draft } from './columns/columns.js';
import type { Column } from './columns/names.js';
import type { DuplicateIndex } from './duplicate-index.js';
import type { Reason } from './reasons.js';

/** A row as far as it could be read, and whom to tell of what else is found. */
export interface ReadRow {
  line: number;
  draft: Draft;
  sheet: Record<'fault' | 'notice', (column: Column, reason: Reason, firstLine: number) => void>;
}

const unique = columnRules.flatMap(([column, { field, repeated }]) =>
  repeated ? [{ column, field, ...repeated }] : [],
);

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
