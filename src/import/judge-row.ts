import { daysBetween, type Day } from '../calendar/day.js';
import { parseInsuredCode } from '../identity/insured-code.js';
import { parseMobile } from '../identity/mobile.js';
import { parseNationalId } from '../identity/national-id.js';
import { isBlank, isRefused, type Cell, type TableRow } from '../tables/cell.js';
import type { Column, Places } from './columns/names.js';
import type { DuplicateIndex } from './duplicate-index.js';
import { makeDayReader, readIdentifier, readName } from './read-cell.js';
import type { Finding, MemberRow, Reading, Reason } from './reading.js';
import { makeRepeats } from './repeats.js';
import { maskCell } from './mask.js';

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
  const readDay = makeDayReader();
  const pointOutRepeats = makeRepeats(seen);
  return (rows) => {
    const read = rows.map((row) => {
      const sheet = makeSheet(row, places);
      const person = readPerson(sheet, rules);
      const cover = readCover(sheet, rules, (cell) => readDay(cell, row.dayZero));
      return { line: row.line, sheet, draft: { ...person, cover } };
    });
    pointOutRepeats(read);
    return read.map(({ line, sheet: { faults, notices }, draft }) =>
      faults.length > 0 || !isWhole(draft)
        ? { kind: 'faulty', line, faults }
        : { kind: 'member', line, member: draft, notices },
    );
  };
}

type Draft = { [Field in keyof MemberRow]: MemberRow[Field] | null };

const isWhole = (draft: Draft): draft is MemberRow =>
  draft.insuredCode !== null && draft.nationalId !== null && draft.cover !== null;

function readPerson(sheet: Sheet, rules: RowRules): Omit<Draft, 'cover'> {
  const code = sheet.take('insured-code', (cell) => {
    const text = readIdentifier(cell);
    return text.ok ? own(parseInsuredCode(text.value, rules.insuredCodePattern)) : text;
  });
  const nationalId = sheet.take('national-id', (cell) => {
    const text = readIdentifier(cell);
    if (!text.ok) return text;
    const parsed = parseNationalId(text.value);
    if (parsed.ok && parsed.doubtful) sheet.notice('national-id', 'import-id-doubtful');
    return own(parsed);
  });
  const mobile = sheet.takeIfAny('mobile', (cell) => {
    const text = readIdentifier(cell);
    return text.ok ? own(parseMobile(text.value)) : text;
  });
  const name = sheet.takeIfAny('name', readName);
  return { insuredCode: code, nationalId, mobile, name };
}

function readCover(
  sheet: Sheet,
  rules: RowRules,
  readDay: (cell: Cell) => Judged<Day>,
): MemberRow['cover'] | null {
  const from = sheet.take('cover-from', readDay);
  const to = sheet.take('cover-to', readDay);
  if (from === null || to === null) return null;
  if (to < from) sheet.fault('cover-to', 'import-cover-backwards');
  else if (daysBetween(from, to) >= rules.longestCoverDays) sheet.fault('cover-to', 'import-cover-too-long');
  return { from, to };
}

type Judged<Value> = { ok: true; value: Value } | { ok: false; error: Reason };

/** Refusals of what people type have sentences for members; the same ones for staff begin with `import-`. */
const own = <Value, Error extends string>(
  parsed: { ok: true; value: Value } | { ok: false; error: Error },
): { ok: true; value: Value } | { ok: false; error: `import-${Error}` } =>
  parsed.ok ? parsed : { ok: false, error: `import-${parsed.error}` };

type Sheet = ReturnType<typeof makeSheet>;

/** One row, read column by column; gathers what is found. */
function makeSheet({ cells }: TableRow, places: Places) {
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
  const takeIfAny = <Value>(column: Column, read: (cell: Cell) => Judged<Value>): Value | null => {
    const cell = cellAt(column);
    if (isBlank(cell)) return null;
    const judged = read(cell);
    if (judged.ok) return judged.value;
    fault(column, judged.error);
    return null;
  };
  return {
    faults,
    notices,
    fault,
    notice: (column: Column, reason: Reason, firstLine?: number): void => {
      notices.push(finding(column, reason, firstLine));
    },
    takeIfAny,
    /** The same for a column that may not be empty. */
    take: <Value>(column: Column, read: (cell: Cell) => Judged<Value>): Value | null => {
      if (isBlank(cellAt(column))) fault(column, 'import-cell-empty');
      return takeIfAny(column, read);
    },
  };
}
