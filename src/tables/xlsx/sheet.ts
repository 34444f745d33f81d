import { isBlank, type Cell, type DayNumbering, type TableRow } from '../cell.js';
import { constantOf } from '../constant-formula.js';
import { BadTable } from '../fault.js';
import type { TableLimits } from '../limits.js';
import { unescaped } from './escapes.js';
import type { DigitFormat } from './digit-format.js';
import type { DigitFormats } from './styles.js';
import type { TextStore } from './text-store.js';
import type { XmlListener } from './xml.js';

interface Sheet {
  texts: TextStore;
  formats: DigitFormats;
  limits: TableLimits;
  days: DayNumbering;
  /** Hears of each row that is not blank. */
  onRow: (row: TableRow) => void;
  /** Hears, before the first row, of each column that nobody sees. */
  onHiddenColumn: (column: number) => void;
}

/** A cell while it is being read. */
interface OpenCell {
  /** From 0; null where the sheet does not say, and the next one is meant. */
  column: number | null;
  type: string;
  text: string;
  /** Null: it has none. */
  formula: string | null;
  style: number;
}

/** Puts rows together from the tags of a sheet: rows of cells of values. Throws `BadTable` when there are too many. */
export function hearSheet(sheet: Sheet): XmlListener {
  const rows = gatherRows(sheet);
  const { lineCharacters } = sheet.limits;
  let cell: OpenCell | null = null;
  let heard: 'text' | 'formula' | null = null;
  let isReading = false;
  return {
    open: (name, attributes) => {
      if (name === 'c') cell = openCell(attributes);
      else if (name === 'v' || name === 't') heard = isReading ? null : 'text';
      else if (name === 'row') rows.open(attributes);
      else if (name === 'col') hearColumns(attributes, sheet);
      else if (name === 'rPh') isReading = true;
      else if (name === 'f' && cell) [heard, cell.formula] = ['formula', ''];
    },
    text: (more) => {
      if (heard && cell && (cell[heard] ?? '').length <= lineCharacters)
        cell[heard] = (cell[heard] ?? '') + more;
    },
    close: (name) => {
      if (name === 'v' || name === 't' || name === 'f') heard = null;
      else if (name === 'rPh') isReading = false;
      else if (name === 'row') rows.close();
      else if (name === 'c' && cell) {
        rows.add(valueOf(cell, sheet), cell.column);
        cell = null;
      }
    },
  };
}

/** What is said of some neighbouring columns, numbered from 1; those further on hold nothing that is read. */
function hearColumns(
  { min, max, hidden = '', width = '' }: Readonly<Record<string, string>>,
  { limits, onHiddenColumn }: Sheet,
): void {
  if (!isUnseen(hidden, width)) return;
  const [first, last] = [Number(min), Math.min(Number(max), limits.columns)];
  if (first >= 1) for (let column = first; column <= last; column += 1) onHiddenColumn(column - 1);
}

/** A row or a column that says so, or has no size. */
const isUnseen = (hidden: string, size: string): boolean =>
  /^(1|true)$/.test(hidden) || /^0(\.0*)?$/.test(size);

function gatherRows({ limits, days, onRow }: Sheet) {
  let line = 0;
  let count = 0;
  let next = 0;
  let isHidden = false;
  let cells: Cell[] = [];
  return {
    open: ({ r: number, hidden = '', ht: height = '' }: Readonly<Record<string, string>>): void => {
      line = lineAfter(line, Number(number));
      count += 1;
      if (count > limits.rows) throw new BadTable('file-too-many-rows', line);
      isHidden = isUnseen(hidden, height);
      next = 0;
      cells = [];
    },
    add: (value: Cell, place: number | null): void => {
      const column = place ?? next;
      next = column + 1;
      if (isBlank(value)) return;
      if (column >= limits.columns) throw new BadTable('file-too-many-columns', line);
      while (cells.length < column) cells.push('');
      cells[column] = value;
    },
    close: (): void => {
      if (cells.length > 0) onRow({ line, cells, days, ...(isHidden ? { isHidden } : {}) });
    },
  };
}

/** No sheet has more. */
const lastLine = 1_048_576;

/** What the sheet says, where rows go downwards; one that repeats a number or goes upwards stands where it comes. */
const lineAfter = (line: number, named: number): number =>
  Number.isInteger(named) && named > line && named <= lastLine ? named : line + 1;

function openCell({ r: place, t: type = 'n', s: style }: Readonly<Record<string, string>>): OpenCell {
  return { column: place ? columnOf(place) : null, type, text: '', formula: null, style: Number(style) };
}

/** `A7` is column 0, `AB7` is 27. */
function columnOf(place: string): number {
  let column = 0;
  for (const letter of place) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return Math.max(0, column - 1);
}

function valueOf({ type, text, formula, style }: OpenCell, { texts, formats }: Sheet): Cell {
  if (formula !== null) return constantOf(formula) ?? { refused: 'formula' };
  if (type === 'e') return { refused: 'error' };
  const bare = type === 's' || type === 'n' ? text.trim() : unescaped(text);
  // A cell that is typed and holds nothing is empty: no text has the number of nothing.
  if (bare === '') return '';
  if (type === 's') return (/^\d+$/.test(bare) ? texts.at(Number(bare)) : undefined) ?? { refused: 'error' };
  return type === 'n' ? numberOf(bare, formats(style)) : bare;
}

function numberOf(text: string, format: DigitFormat | undefined): Cell {
  if (!asKept.test(text)) return { refused: 'error' };
  const number = Number(text);
  if (!Number.isFinite(number)) return { refused: 'error' };
  return format && Number.isSafeInteger(number) && number >= 0 ? format(number) : number;
}

/** A number as a workbook keeps it. */
const asKept = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d{1,3})?$/i;
