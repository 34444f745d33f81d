import { addDays, type Day } from '../calendar/day.js';
import { parseDay, type DayError } from '../calendar/parse-day.js';
import { foldDigits } from '../identity/digits.js';
import { accepted, refused, type Parsed } from '../identity/parsed.js';
import { isRefused, type Cell, type RefusedCell } from '../tables/cell.js';

export type CellError =
  'import-cell-formula' | 'import-cell-error' | 'import-cell-too-long' | 'import-cell-lost-digits';

/** No value that we take is longer. */
const longestText = 200;

/** A cell as the text of an identifier. Spreadsheets turn those into numbers; what that cost is refused, not guessed. */
export function readIdentifier(cell: Cell): Parsed<string, CellError> {
  if (typeof cell === 'number') {
    return Number.isSafeInteger(cell) && cell >= 0
      ? accepted(String(cell))
      : refused('import-cell-lost-digits');
  }
  const text = readText(cell);
  if (!text.ok) return text;
  const digits = foldDigits(text.value);
  if (scientific.test(digits)) return refused('import-cell-lost-digits');
  return accepted(digits.replace(textMark, '').replace(wholeFraction, '$1'));
}

/** `1.23457E+09`: what a spreadsheet leaves of a long number that it shows in a narrow column. */
const scientific = /^\d(?:[.,\u066B]\d+)?e\+?\d+$/i;
/** The apostrophe by which spreadsheets are told to leave digits alone. */
const textMark = /^'/;
/** What programs write that take every number for a fraction. */
const wholeFraction = /^(\d+)\.0+$/;

function readText(cell: Cell): Parsed<string, CellError> {
  if (isRefused(cell)) return refused(refusals[cell.refused]);
  const text = String(cell).trim();
  return text.length > longestText ? refused('import-cell-too-long') : accepted(text);
}

const refusals = { formula: 'import-cell-formula', error: 'import-cell-error' } as const satisfies Record<
  RefusedCell['refused'],
  CellError
>;

/** A person's name on one line, with the Persian shapes of letters that old code pages have only in Arabic. */
export function readName(cell: Cell): Parsed<string, CellError> {
  const text = readText(cell);
  if (!text.ok) return text;
  const onOneLine = text.value.replace(/[\s\p{Cc}]+/gu, ' ');
  return accepted(onOneLine.replace(/[\u064A\u0649]/g, '\u06CC').replaceAll('\u0643', '\u06A9'));
}

/** Reads days and remembers the last few thousand: a million rows share a handful. */
export function makeDayReader(): typeof readDay {
  const known = new Map<Cell, ReturnType<typeof readDay>>();
  return (cell, dayZero) => {
    const read = known.get(cell) ?? readDay(cell, dayZero);
    if (known.size >= 4_096) known.clear();
    known.set(cell, read);
    return read;
  };
}

/** A day as text, or as the number of days since `dayZero` that spreadsheets keep; a time of day is left out. */
function readDay(cell: Cell, dayZero: Day): Parsed<Day, CellError | DayError> {
  if (typeof cell === 'number' && cell >= serials.first && cell < serials.end) {
    return accepted(addDays(dayZero, Math.floor(cell)));
  }
  const text = readText(cell);
  return text.ok ? parseDay(text.value) : text;
}

/** From 1927 to 2119; whole days as numbers (`14040701`) are far beyond. */
const serials = { first: 10_000, end: 80_000 };
