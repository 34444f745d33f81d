import { daysBetween, type Day } from '../calendar/day.js';
import { isBlank, isRefused, type Cell, type TableRow } from '../tables/cell.js';
import type { CellReader, ColumnRules } from './columns/column.js';
import { columnRules, columns, type Draft, type MemberRow } from './columns/columns.js';
import { requiredColumns, type Column, type Places } from './columns/names.js';
import type { DuplicateIndex } from './duplicate-index.js';
import { maskCell } from './mask.js';
import { makeDayReader } from './read-cell.js';
import type { Finding, Reading } from './reading.js';
import type { Reason } from './reasons.js';
import { makeRepeats } from './repeats.js';

/** What the insurer decides about its members' rows. */
export interface RowRules {
  insuredCodePattern: RegExp;
  /** No period of cover is longer; a year mistyped is. */
  longestCoverDays: number;
}

type JudgedDraft = Extract<Reading, { kind: 'member' | 'faulty' }>;

/** Says of each of these rows what it means, or all that is wrong with it; remembers what earlier rows held. */
export type Judge = (rows: readonly TableRow[]) => JudgedDraft[];

export function makeJudge(places: Places, rules: RowRules, seen: DuplicateIndex): Judge {
  const { insuredCodePattern } = rules;
  const readDay = makeDayReader();
  const isTooLong = makeTooLong(rules.longestCoverDays);
  const pointOutRepeats = makeRepeats(seen);
  return (rows) => {
    const read = rows.map((row) => {
      const day: CellReader['day'] = (cell) => readDay(cell, row.dayZero);
      const sheet = makeSheet(row, places, { insuredCodePattern, day });
      const draft = readDraft(sheet);
      judgeCover(sheet, draft, isTooLong);
      return { line: row.line, sheet, draft };
    });
    pointOutRepeats(read);
    return read.map(({ line, sheet: { faults, notices }, draft }) =>
      faults.length > 0 || !isWhole(draft)
        ? { kind: 'faulty', line, insuredCode: draft.insuredCode, faults }
        : { kind: 'member', line, member: draft, notices },
    );
  };
}

const isWhole = (draft: Draft): draft is MemberRow =>
  requiredColumns.every((column) => draft[columns[column].field] !== null);

function readDraft(sheet: Sheet): Draft {
  const draft: Partial<Draft> = {};
  for (const [column, rules] of columnRules) draft[rules.field] = sheet.take(column, rules);
  return draft as Draft;
}

type TooLong = (from: Day, to: Day) => boolean;

function judgeCover(sheet: Sheet, { coverFrom, coverTo }: Draft, isTooLong: TooLong): void {
  if (coverFrom === null || coverTo === null) return;
  if (coverTo < coverFrom) sheet.fault('cover-to', 'import-cover-backwards');
  else if (isTooLong(coverFrom, coverTo)) sheet.fault('cover-to', 'import-cover-too-long');
}

/** Remembers the last period: mostly the next row has the same. */
function makeTooLong(longestDays: number): TooLong {
  let [lastFrom, lastTo, last] = ['', '', false];
  return (from, to) => {
    if (from !== lastFrom || to !== lastTo)
      [lastFrom, lastTo, last] = [from, to, daysBetween(from, to) >= longestDays];
    return last;
  };
}

type Sheet = ReturnType<typeof makeSheet>;

const required: ReadonlySet<Column> = new Set(requiredColumns);

/** One row, read column by column; gathers what is found. */
function makeSheet({ cells }: TableRow, places: Places, reader: CellReader) {
  const faults: Finding[] = [];
  const notices: Finding[] = [];
  const cellAt = (column: Column): Cell => cells[places[column] ?? -1] ?? '';
  const finding = (column: Column, reason: Reason, firstLine?: number): Finding => {
    const cell = cellAt(column);
    const shown = isRefused(cell) ? '' : maskCell(String(cell));
    return firstLine === undefined ? { column, reason, shown } : { column, reason, shown, firstLine };
  };
  const fault = (column: Column, reason: Reason, firstLine?: number): void => {
    faults.push(finding(column, reason, firstLine));
  };
  const notice = (column: Column, reason: Reason, firstLine?: number): void => {
    notices.push(finding(column, reason, firstLine));
  };
  return {
    faults,
    notices,
    fault,
    notice,
    /** What stands in this column; null: nothing, or nothing that could be taken. */
    take: (column: Column, { parse, leftOut }: ColumnRules): string | null => {
      const cell = cellAt(column);
      if (isBlank(cell)) {
        if (required.has(column)) fault(column, 'import-cell-empty');
        return null;
      }
      const judged = parse(cell, reader);
      if (!judged.ok) (leftOut === 'row' ? fault : notice)(column, judged.error);
      else if (judged.notice) notice(column, judged.notice);
      return judged.ok ? judged.value : null;
    },
  };
}
