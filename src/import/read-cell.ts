import type { Day } from '../calendar/day.js';
import { parseDay, withoutTime } from '../calendar/parse-day.js';
import { foldDigits } from '../identity/digits.js';
import { accepted, refused } from '../identity/parsed.js';
import { isRefused, type Cell, type DayNumbering, type RefusedCell } from '../tables/cell.js';
import type { Judged, PeriodEnd } from './columns/column.js';
import { readSerial } from './read-serial.js';
import type { CellError, Reason } from './reasons.js';

/** Makes true what people type, or refuses it; for the sentences that staff read of it, `import-` stands before the error. */
type Parse<Error extends string> = (
  text: string,
) =>
  | { ok: true; value: string }
  | { ok: false; error: Error & (`import-${Error}` extends Reason ? Error : never) };

/** No value that we take is longer. */
const longestText = 200;

/** A cell as the text of an identifier. Spreadsheets turn those into numbers; what that cost is refused, not guessed. */
export function readIdentifier<Error extends string>(cell: Cell, parse: Parse<Error>): Judged {
  if (typeof cell === 'number') {
    return Number.isSafeInteger(cell) && cell >= 0
      ? parsed(String(cell), parse)
      : refused('import-cell-lost-digits');
  }
  const text = textOf(cell);
  if (!text.ok) return text;
  const digits = foldDigits(text.value);
  if (scientific.test(digits)) return refused('import-cell-lost-digits');
  return parsed(digits.replace(textMark, '').replace(wholeFraction, '$1'), parse);
}

/** A cell as it stands there. */
export function readText<Error extends string>(cell: Cell, parse: Parse<Error>): Judged {
  const text = textOf(cell);
  return text.ok ? parsed(text.value, parse) : text;
}

function parsed<Error extends string>(text: string, parse: Parse<Error>): Judged {
  const made = parse(text);
  return made.ok ? accepted(made.value) : refused(`import-${made.error}` as Reason);
}

/** `1.23457E+09`: what a spreadsheet leaves of a long number that it shows in a narrow column. */
const scientific = /^\d(?:[.,\u066B]\d+)?e\+?\d+$/i;
/** The apostrophe by which spreadsheets are told to leave digits alone. */
const textMark = /^'/;
/** What programs write that take every number for a fraction. */
const wholeFraction = /^(\d+)\.0+$/;

function textOf(cell: Cell): Judged {
  if (isRefused(cell)) return refused(refusals[cell.refused]);
  const text = String(cell).trim();
  return text.length > longestText ? refused('import-cell-too-long') : accepted(text);
}

const refusals = {
  formula: 'import-cell-formula',
  error: 'import-cell-error',
  rounded: 'import-cell-lost-digits',
} as const satisfies Record<RefusedCell['refused'], CellError>;

/** Reads days and remembers the last few thousand: a million rows share a handful. */
export function makeDayReader(end: PeriodEnd): (cell: Cell, days: DayNumbering) => Judged<Day> {
  const known = new Map<Cell, Judged<Day>>();
  return (cell, days) => {
    const read = known.get(cell) ?? readDay(cell, days, end);
    if (known.size >= 4_096) known.clear();
    known.set(cell, read);
    return read;
  };
}

/** A day as text, or as a number as this file counts days. */
function readDay(cell: Cell, days: DayNumbering, end: PeriodEnd): Judged<Day> {
  const serial = typeof cell === 'number' ? readSerial(cell, days, end) : null;
  if (serial) return serial;
  const text = textOf(cell);
  if (!text.ok) return text;
  const written = foldDigits(text.value).replace(wholeFraction, '$1');
  const day = parseDay(written);
  if (day.ok) return day;
  const timeless = parseDay(withoutTime(written));
  return timeless.ok ? { ...timeless, notice: 'import-day-with-time' } : day;
}
