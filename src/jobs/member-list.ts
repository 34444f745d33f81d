import type { Clock } from '../clock.js';
import type { InTransaction } from '../db/transaction.js';
import { applySome, beginApplying, type Begun } from '../import/apply.js';
import type { Reading } from '../import/reading.js';
import type { ImportPolicy, ImportRoom, ImportRun } from '../import/runs.js';
import { endReading, stage, type RowReading } from '../import/stage.js';
import { beginUndoing, undoSome } from '../import/undo.js';
import type { Keyring } from '../keys/keyring.js';

/**
 * Takes a list of members into the book and out again, some lines in one transaction, so that members are served in
 * between. Each of the three may be killed anywhere and called again: it goes on with the line where it was.
 */
export interface ListHouse {
  inTransaction: InTransaction;
  keyring: Keyring;
  clock: Clock;
  policy: ImportPolicy;
  /** Told after each batch how far the run has come. */
  progress?: (run: ImportRun) => void | Promise<void>;
}

/** Somebody else works on the same run. */
export class RunInOtherHands extends Error {
  constructor() {
    super('another process works on this list');
  }
}

/** Rows of one transaction. */
const rowsAtOnce = 1_000;

/**
 * Compares the list with the book, and yields each row with what is to be said of it, as for the file of what was
 * found; nothing is compared unless it is read on. At the end the run is `judged`, or `refused` with the file.
 */
export async function* judgeList(
  house: ListHouse,
  begun: ImportRun,
  readings: AsyncIterable<Reading>,
): AsyncGenerator<Reading, ImportRun> {
  let run = begun;
  let rows: RowReading[] = [];
  async function* compared(): AsyncGenerator<Reading> {
    const staged = known(await inRoom(house, (room) => stage(room, run, rows)));
    run = staged.run;
    rows = [];
    await house.progress?.(run);
    yield* staged.readings;
  }
  for await (const reading of readings) {
    if (reading.kind === 'member' || reading.kind === 'faulty') {
      rows.push(reading);
      if (rows.length === rowsAtOnce) yield* compared();
      continue;
    }
    if (rows.length > 0) yield* compared();
    run = known(await inRoom(house, (room) => endReading(room, run, reading.kind === 'finished')));
    yield reading;
  }
  return run;
}

export type Applied = Exclude<Begun, { kind: 'begun' }> | { kind: 'applied'; run: ImportRun };

/** Applies a judged run, or the rest of one that was broken off. */
export async function applyList(house: ListHouse, runId: number): Promise<Applied> {
  const begun = await inRoom(house, (room) => beginApplying(room, runId, house.policy));
  if (begun.kind !== 'begun') return begun;
  let { run } = begun;
  while (run.state === 'applying') {
    run = known(await inRoom(house, (room) => applySome(room, run)));
    await house.progress?.(run);
  }
  return { kind: 'applied', run };
}

/** Takes a run back, or goes on doing so; null when there is nothing to take back any more. */
export async function undoList(house: ListHouse, runId: number, by: string): Promise<ImportRun | null> {
  let run = await inRoom(house, (room) => beginUndoing(room, runId));
  while (run?.state === 'undoing') {
    const seen = run;
    run = known(await inRoom(house, (room) => undoSome(room, seen, by)));
    await house.progress?.(run);
  }
  return run;
}

function inRoom<T>(house: ListHouse, work: (room: ImportRoom) => Promise<T>): Promise<T> {
  const { inTransaction, keyring, clock } = house;
  return inTransaction((tx) => work({ tx, keyring, clock }));
}

function known<T>(moved: T | null): T {
  if (moved === null) throw new RunInOtherHands();
  return moved;
}
