import type { Day } from '../../calendar/day.js';
import { isBlank, type Cell, type TableRow } from '../cell.js';
import { BadTable } from '../fault.js';
import type { TableLimits } from '../limits.js';
import type { TextStore } from './text-store.js';
import type { XmlListener } from './xml.js';

interface Sheet {
  texts: TextStore;
  limits: TableLimits;
  dayZero: Day;
  /** Hears of each row that is not blank. */
  onRow: (row: TableRow) => void;
}

/** A cell while it is being read. */
interface OpenCell {
  /** From 0; null where the sheet does not say, and the next one is meant. */
  column: number | null;
  type: string;
  text: string;
  hasFormula: boolean;
}

/** Puts rows together from the tags of a sheet: rows of cells of values. Throws `BadTable` when there are too many. */
export function hearSheet(sheet: Sheet): XmlListener {
  const rows = gatherRows(sheet);
  let cell: OpenCell | null = null;
  let isValue = false;
  return {
    open: (name, attributes) => {
      if (name === 'c') cell = openCell(attributes);
      else if (name === 'v' || name === 't') isValue = true;
      else if (name === 'row') rows.open(attributes.r);
      else if (name === 'f' && cell) cell.hasFormula = true;
    },
    text: (more) => {
      if (isValue && cell && cell.text.length <= sheet.limits.lineCharacters) cell.text += more;
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'row') rows.close();
      else if (name === 'c' && cell) {
        rows.add(valueOf(cell, sheet.texts), cell.column);
        cell = null;
      }
    },
  };
}

function gatherRows({ limits, dayZero, onRow }: Sheet) {
  let line = 0;
  let count = 0;
  let next = 0;
  let cells: Cell[] = [];
  return {
    open: (number: string | undefined): void => {
      line = lineAfter(line, Number(number));
      count += 1;
      if (count > limits.rows) throw new BadTable('file-too-many-rows', line);
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
      if (cells.length > 0) onRow({ line, cells, dayZero });
    },
  };
}

/** No sheet has more. */
const lastLine = 1_048_576;

/** What the sheet says, where rows go downwards; one that repeats a number or goes upwards stands where it comes. */
const lineAfter = (line: number, named: number): number =>
  Number.isInteger(named) && named > line && named <= lastLine ? named : line + 1;

function openCell({ r: place, t: type = 'n' }: Readonly<Record<string, string>>): OpenCell {
  return { column: place ? columnOf(place) : null, type, text: '', hasFormula: false };
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

function valueOf({ type, text, hasFormula }: OpenCell, texts: TextStore): Cell {
  if (hasFormula) return { refused: 'formula' };
  if (type === 's') return texts.at(Number(text)) ?? { refused: 'error' };
  if (type === 'e') return { refused: 'error' };
  if (type !== 'n' || text === '') return text;
  const number = Number(text);
  return Number.isFinite(number) ? number : { refused: 'error' };
}
