import type { Day } from '../calendar/day.js';

/** What stands in one cell: text, a number as the workbook keeps it, or something that is not taken at its word. */
export type Cell = string | number | RefusedCell;

/** A formula's value depends on who opens the file; an error (`#N/A`) is no value at all; of a rounded number, digits are lost. */
export interface RefusedCell {
  refused: 'formula' | 'error' | 'rounded';
}

/** How a file counts days, where it keeps them as numbers. */
export interface DayNumbering {
  /** The day that the number 0 stands for. */
  zero: Day;
  /** Its program shows days before October 1582 by the calendar of that time; others by ours, as if it had been there. */
  isJulian: boolean;
}

/** One row of a table file, in the order of its columns; a column left out is `''`. */
export interface TableRow {
  /** Where it stands in the file, from 1; of a row over several lines, the last one. */
  line: number;
  cells: Cell[];
  days: DayNumbering;
  /** Nobody who opens the file sees it, as behind a filter. */
  isHidden?: true;
  /** Of a row over several lines: each of them as if it were a row, since a quote left open makes many rows one. */
  lines?: BareLine[];
}

/** A line of a text file, split without regard to quotes. */
export interface BareLine {
  line: number;
  cells: string[];
}

/** Some rows of a table. */
export interface TableBatch {
  rows: TableRow[];
  /** The name of the sheet; null where there are none. */
  sheet: string | null;
  /** How much of the file has been read by then, from 0 to 1. */
  read: number;
  /** The places of columns, from 0, that nobody sees who opens the file. */
  hiddenColumns?: ReadonlySet<number>;
}

/** How near this row comes to being the one with the names of the columns: 0 names none, 1 is the one. */
export type HeaderLikeness = (cells: readonly Cell[]) => number;

/** Rows above the header, as titles and dates of reports. Blank ones do not count. */
export const headerWithin = 20;

export const isRefused = (cell: Cell): cell is RefusedCell => typeof cell === 'object';

export const isBlank = (cell: Cell): boolean => typeof cell === 'string' && cell.trim() === '';
