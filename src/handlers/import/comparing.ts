import { dayInTehran } from '../../calendar/tehran.js';
import type { ReadBatch } from '../../import/reading.js';
import type { ImportRun } from '../../import/runs.js';
import { shownSheet } from '../../import/sheet-name.js';
import {
  judgeRows,
  keepRows,
  lookUp,
  type FileProgress,
  type JudgedRow,
  type RowReading,
} from '../../import/stage.js';
import { inOneTransaction, known, type ImportDeps } from './deps.js';

/** Rows of one transaction. */
export const rowsAtOnce = 1_000;

/** Compares rows as they come, while the database still keeps those before them, and looks up those after them. */
export function makeComparing(deps: ImportDeps, begun: ImportRun) {
  let rows: RowReading[] = [];
  const { sheet, percentRead, hiddenColumns } = begun;
  let file: FileProgress = { sheet, percentRead, hiddenColumns };
  let keeping = Promise.resolve(begun);
  /** As far as is known to be kept. */
  let kept = begun;
  let lookingUp: Promise<unknown> = Promise.resolve();
  /** What is looked up, and goes on when it has been. */
  let next: (() => Promise<void>) | null = null;

  const keep = async (judged: readonly JudgedRow[], asRead: FileProgress): Promise<void> => {
    const run = await keeping;
    kept = run;
    keeping = inOneTransaction(deps, (parts) => keepRows(parts, run, judged, asRead)).then(known);
    // Whoever waits for it next meets what went wrong; until then nobody does.
    keeping.catch(() => undefined);
    await deps.progress?.(run);
  };
  const lookUpNext = (some: readonly RowReading[]): (() => Promise<void>) => {
    const found = inOneTransaction(deps, (parts) => lookUp(parts, some));
    lookingUp = found.catch(() => undefined);
    const asRead = file;
    return async () =>
      keep(judgeRows(deps.keyring, some, await found, dayInTehran(deps.clock.now())), asRead);
  };
  return {
    /** Hears of which sheet the next rows are, and how much of the file has been read by then. */
    reads: ({ sheet, read, hiddenColumns }: Omit<ReadBatch, 'readings'>): void => {
      if (sheet !== null) file = { ...file, sheet: shownSheet(sheet) };
      if (hiddenColumns) file = { ...file, hiddenColumns: hiddenColumns.join(',') };
      file = { ...file, percentRead: Math.floor(100 * read) };
    },
    take: (row: RowReading): void => {
      if (row.line > begun.readTo) rows.push(row);
    },
    /** Compares what has gathered, if it is so much; the last of it when the next has gathered, or at the `end`. */
    compare: async (least: number): Promise<void> => {
      // Nobody waits for the database here: it keeps the rows before while the next are read.
      if (rows.length < least) return deps.progress?.(kept);
      while (rows.length >= least) {
        const before = next;
        next = lookUpNext(rows.slice(0, rowsAtOnce));
        rows = rows.slice(rowsAtOnce);
        await before?.();
      }
    },
    end: async (): Promise<void> => {
      await next?.();
    },
    kept: (): Promise<ImportRun> => keeping,
    /** Nothing is being kept any more, whatever became of it. */
    settled: (): Promise<unknown> => Promise.allSettled([keeping, lookingUp]),
  };
}
