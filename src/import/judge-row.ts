import { isBlank, isRefused, type Cell, type TableRow } from '../tables/cell.js';
import type { CellReader, ColumnRules } from './columns/column.js';
import { columnRules, columns, type Draft, type MemberRow } from './columns/columns.js';
import { lastName, requiredColumns, type Column, type Places } from './columns/names.js';
import { joinedName } from './columns/name.js';
import { isOneOf, type Placeholders } from './columns/placeholder.js';
import { makeCoverJudge, type CoverLimits } from './cover-judge.js';
import type { DuplicateIndex } from './duplicate-index.js';
import { maskCell } from './mask.js';
import { makeDayReader } from './read-cell.js';
import type { Finding, Reading } from './reading.js';
import type { Reason } from './reasons.js';
import { makeRepeats } from './repeats.js';
import { swallowedLines } from './swallowed-lines.js';

/** What the insurer decides about its members' rows. */
export interface RowRules extends CoverLimits {
  insuredCodePattern: RegExp;
  placeholders: Placeholders;
}

export type JudgedDraft = Extract<Reading, { kind: 'member' | 'faulty' }>;

/** Says of each of these rows what it means, or all that is wrong with it; remembers what earlier rows held. */
export type Judge = (rows: readonly TableRow[]) => JudgedDraft[];

export function makeJudge(places: Places, rules: RowRules, seen: DuplicateIndex): Judge {
  const { insuredCodePattern } = rules;
  const isPlaceholder = isOneOf(rules.placeholders);
  const readDay = { first: makeDayReader('first'), last: makeDayReader('last') };
  const judgeCover = makeCoverJudge(rules);
  const pointOutRepeats = makeRepeats(seen);
  const readRow = (row: TableRow): ReadRow => {
    const day: CellReader['day'] = (cell, end) => readDay[end](cell, row.days);
    const sheet = makeSheet(row, places, { insuredCodePattern, isPlaceholder, day });
    const draft = readDraft(sheet);
    judgeCover(sheet, draft);
    return { row, line: row.line, sheet, draft };
  };
  return (rows) => {
    const read: ReadRow[] = [];
    const steps = rows.map((row): JudgedDraft[] | ReadRow => {
      const lines = row.lines && swallowedLines(row.lines, places, insuredCodePattern);
      if (lines) return lines;
      const one = readRow(row);
      read.push(one);
      return one;
    });
    pointOutRepeats(read);
    return steps.flatMap((step) => (Array.isArray(step) ? step : judged(step)));
  };
}

interface ReadRow {
  row: TableRow;
  line: number;
  sheet: Sheet;
  draft: Draft;
}

function judged({ row, sheet, draft }: ReadRow): JudgedDraft {
  const { line, isHidden } = row;
  const { faults, notices } = sheet;
  const place = isHidden ? { line, isHidden } : { line };
  return faults.length > 0 || !isWhole(draft)
    ? { ...place, kind: 'faulty', insuredCode: draft.insuredCode, faults }
    : { ...place, kind: 'member', member: draft, notices };
}

const isWhole = (draft: Draft): draft is MemberRow =>
  requiredColumns.every((column) => draft[columns[column].field] !== null);

function readDraft(sheet: Sheet): Draft {
  const draft: Partial<Draft> = {};
  for (const [column, rules] of columnRules) draft[rules.field] = sheet.take(column, rules);
  return draft as Draft;
}

type Sheet = ReturnType<typeof makeSheet>;

const required: ReadonlySet<Column> = new Set(requiredColumns);

/** One row, read column by column; gathers what is found. */
function makeSheet({ cells }: TableRow, places: Places, reader: CellReader) {
  const faults: Finding[] = [];
  const notices: Finding[] = [];
  const at = (place: number | undefined): Cell => cells[place ?? -1] ?? '';
  const cellAt = (column: Column): Cell =>
    column === 'name' && places[lastName] !== undefined
      ? joinedName(at(places.name), at(places[lastName]))
      : at(places[column]);
  /** Days that the file keeps as numbers, which nobody sees there; with signs at which a chat breaks no line. */
  const counted = new Map<Column, string>();
  const finding = (column: Column, reason: Reason, firstLine?: number): Finding => {
    const cell = cellAt(column);
    const shown = isRefused(cell) ? '' : maskCell(counted.get(column) ?? String(cell));
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
    take: (column: Column, { kept, parse, leftOut }: ColumnRules): string | null => {
      const cell = cellAt(column);
      if (isBlank(cell)) {
        if (required.has(column)) fault(column, 'import-cell-empty');
        return null;
      }
      if (!required.has(column) && reader.isPlaceholder(cell)) {
        notice(column, 'import-placeholder');
        return null;
      }
      const judged = parse(cell, reader);
      if (judged.ok && kept === 'cover' && typeof cell === 'number')
        counted.set(column, judged.value.replaceAll('-', '/'));
      if (!judged.ok) (leftOut === 'row' ? fault : notice)(column, judged.error);
      else if (judged.notice) notice(column, judged.notice);
      return judged.ok ? judged.value : null;
    },
  };
}
