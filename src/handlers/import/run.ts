import { dayInTehran } from '../../calendar/tehran.js';
import type { Clock } from '../../clock.js';
import type { TransactionRunner } from '../../db/transaction.js';
import { findAbsent, findRun, listedIn, noteAbsent } from '../../import/absent.js';
import { applySome, beginApplying, type Begun } from '../../import/apply.js';
import type { FileFault, ReadBatch, Reading } from '../../import/reading.js';
import type { ImportPolicy } from '../../import/policy.js';
import type { ImportParts, ImportRun } from '../../import/runs.js';
import { shownSheet } from '../../import/sheet-name.js';
import {
  endReading,
  judgeRows,
  keepRows,
  lookUp,
  type FileProgress,
  type RowReading,
} from '../../import/stage.js';
import { mayBeWhole } from '../../import/two-persons.js';
import { beginUndoing, undoSome } from '../../import/undo.js';
import type { Keyring } from '../../keys/keyring.js';

/**
 * Judges a list of members, applies it and takes it back, some lines in one transaction, so that members are served in
 * between. Each of the three may be killed anywhere and called again: it goes on with the line where it was.
 */
export interface ImportDeps {
  inTransaction: TransactionRunner;
  keyring: Keyring;
  clock: Clock;
  policy: ImportPolicy;
  /** Told after each batch how far the run has come. What it throws ends the work there. */
  progress?: (run: ImportRun) => void | Promise<void>;
}

/** Somebody else works on the same run. */
export class RunLeasedElsewhere extends Error {
  constructor() {
    super('another process works on this list');
  }
}

/** Rows of one transaction. */
const rowsAtOnce = 1_000;

/**
 * Compares the list with the members on record to its end, and keeps what would change and what was found. The run is `judged` then;
 * or `refused`, with why. What an earlier attempt has kept is read again, since a row may repeat an earlier one, and not
 * compared again.
 */
export async function judgeList(
  deps: ImportDeps,
  begun: ImportRun,
  batches: AsyncIterable<ReadBatch>,
): Promise<{ run: ImportRun; fault: FileFault | null }> {
  const comparing = makeComparing(deps, begun);
  let last: Reading | undefined;
  try {
    for await (const { readings, sheet, read } of batches) {
      comparing.reads(sheet, read);
      for (const reading of readings) {
        if (reading.kind === 'member' || reading.kind === 'faulty') comparing.take(reading);
        else last = reading;
      }
      await comparing.compare(rowsAtOnce);
    }
    await comparing.compare(1);
  } finally {
    await comparing.settled();
  }
  const run = await comparing.kept();
  const ended = known(
    await inOneTransaction(deps, (parts) => endReading(parts, run, last?.kind === 'finished')),
  );
  return { run: ended, fault: last?.kind === 'stopped' ? last.fault : null };
}

/** Compares rows as they come, while the database still keeps those before them. */
function makeComparing(deps: ImportDeps, begun: ImportRun) {
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

export type Applied = Exclude<Begun, { kind: 'begun' }> | { kind: 'applied'; run: ImportRun };

/** Applies a judged run, or the rest of one that was broken off. */
export async function applyList(deps: ImportDeps, runId: number): Promise<Applied> {
  const begun = await inOneTransaction(deps, (parts) => beginApplying(parts, runId));
  if (begun.kind !== 'begun') return begun;
  let { run } = begun;
  while (run.state === 'applying') {
    run = known(await inOneTransaction(deps, (parts) => applySome(parts, deps.policy, run)));
    await deps.progress?.(run);
  }
  return { kind: 'applied', run };
}

/**
 * Counts who is known and not in the list; null when that cannot be said: somebody else has moved it, some of its lines
 * name nobody knows whom, or it was read before anybody asked.
 */
export async function countAbsent(deps: ImportDeps, runId: number): Promise<ImportRun | null> {
  const [run, listed] = await inOneTransaction(deps, async (parts) => {
    return [await findRun(parts, runId), await listedIn(parts, runId)] as const;
  });
  if (!run || !mayBeWhole(run) || listed.size < run.unchanged + run.changed) return null;
  let absent = 0;
  for (let after: number | null = 0; after !== null;) {
    const from: number = after;
    const { last, found } = await inOneTransaction(deps, (parts) => findAbsent(parts, run, listed, from));
    absent += found;
    after = last;
    await deps.progress?.(run);
  }
  return inOneTransaction(deps, (parts) => noteAbsent(parts, run, absent));
}

/** Takes a run back, or goes on doing so; null when there is nothing to take back any more. */
export async function undoList(deps: ImportDeps, runId: number, by: string): Promise<ImportRun | null> {
  let run = await inOneTransaction(deps, (parts) => beginUndoing(parts, runId));
  while (run?.state === 'undoing') {
    const seen = run;
    run = known(await inOneTransaction(deps, (parts) => undoSome(parts, deps.policy, seen, by)));
    await deps.progress?.(run);
  }
  return run;
}

function inOneTransaction<T>(deps: ImportDeps, work: (parts: ImportParts) => Promise<T>): Promise<T> {
  const { inTransaction, keyring, clock } = deps;
  return inTransaction((tx) => work({ tx, keyring, clock }));
}

function known<T>(moved: T | null): T {
  if (moved === null) throw new RunLeasedElsewhere();
  return moved;
}
