import type { Day } from '../calendar/day.js';

/** What stands in one cell: text, a number as the workbook keeps it, or something that is not taken at its word. */
export type Cell = string | number | RefusedCell;

/** A formula's value depends on who opens the file; an error (`#N/A`) is no value at all. */
export interface RefusedCell {
  refused: 'formula' | 'error';
}

/** One row of a table file, in the order of its columns; a column left out is `''`. */
export interface TableRow {
  /** Where it stands in the file, from 1; of a row over several lines, the last one. */
  line: number;
  cells: Cell[];
  /** The day that the number 0 stands for, where this file keeps days as numbers. */
  dayZero: Day;
}

export const isRefused = (cell: Cell): cell is RefusedCell => typeof cell === 'object';

export const isBlank = (cell: Cell): boolean => typeof cell === 'string' && cell.trim() === '';
