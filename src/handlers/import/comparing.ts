import { dayInTehran } from '../../calendar/tehran.js';
import type { ImportRun } from '../../import/runs.js';
import { shownSheet } from '../../import/sheet-name.js';
import { judgeRows, keepRows, lookUp, type FileProgress, type RowReading } from '../../import/stage.js';
import { inOneTransaction, known, type ImportDeps } from './deps.js';

/** Rows of one transaction. */
export const rowsAtOnce = 1_000;

/** Compares rows as they come, while the database still keeps those before them. */
export function makeComparing(deps: ImportDeps, begun: ImportRun) {
  let rows: RowReading[] = [];
  let file: FileProgress = { sheet: begun.sheet, percentRead: begun.percentRead };
  let keeping = Promise.resolve(begun);
  /** As far as is known to be kept. */
  let kept = begun;

  const keep = async (some: readonly RowReading[]): Promise<void> => {
    const onRecord = await inOneTransaction(deps, (parts) => lookUp(parts, some));
    const judged = judgeRows(deps.keyring, some, onRecord, dayInTehran(deps.clock.now()));
    const run = await keeping;
    kept = run;
    keeping = inOneTransaction(deps, (parts) => keepRows(parts, run, judged, file)).then(known);
    // Whoever waits for it next meets what went wrong; until then nobody does.
    keeping.catch(() => undefined);
    await deps.progress?.(run);
  };
  return {
    /** Hears of which sheet the next rows are, and how much of the file has been read by then, from 0 to 1. */
    reads: (sheet: string | null, read: number): void => {
      if (sheet !== null) file = { ...file, sheet: shownSheet(sheet) };
      file = { ...file, percentRead: Math.floor(100 * read) };
    },
    take: (row: RowReading): void => {
      if (row.line > begun.readTo) rows.push(row);
    },
    /** Compares what has gathered, if it is so much. */
    compare: async (least: number): Promise<void> => {
      // Nobody waits for the database here: it keeps the rows before while the next are read.
      if (rows.length < least) return deps.progress?.(kept);
      while (rows.length >= least) {
        const some = rows.slice(0, rowsAtOnce);
        rows = rows.slice(rowsAtOnce);
        await keep(some);
      }
    },
    kept: (): Promise<ImportRun> => keeping,
    /** Nothing is being kept any more, whatever became of it. */
    settled: (): Promise<unknown> => Promise.allSettled([keeping]),
  };
}
