import { columnRules, type Draft } from './columns/columns.js';
import type { Column } from './columns/names.js';
import type { DuplicateIndex, Place } from './duplicate-index.js';
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
    const places: Place[] = [];
    const found: { sheet: ReadRow['sheet']; rule: (typeof unique)[number] }[] = [];
    rows.forEach(({ line, draft, sheet }, at) => {
      for (const rule of unique) {
        const text = draft[rule.field];
        if (text === null) continue;
        places.push({ text: `${rule.column} ${text}`, line, row: before + at });
        found.push({ sheet, rule });
      }
    });
    before += rows.length;
    seen.mark(places).forEach((firstLine, at) => {
      const { sheet, rule } = found[at] ?? {};
      if (firstLine !== undefined && rule) sheet?.[rule.grade](rule.column, rule.reason, firstLine);
    });
  };
}
