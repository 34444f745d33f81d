import { findAbsent, findRun, listedIn, noteAbsent } from '../../import/absent.js';
import { applyLines, beginApplying, endApplying, linesToApply, type Begun } from '../../import/apply.js';
import type { FileFault, ReadBatch, Reading } from '../../import/reading.js';
import type { ImportRun } from '../../import/runs.js';
import { endReading } from '../../import/stage.js';
import { mayBeWhole } from '../../import/two-persons.js';
import { beginUndoing, undoSome } from '../../import/undo.js';
import { makeComparing, rowsAtOnce } from './comparing.js';
import { inOneTransaction, known, type ImportDeps } from './deps.js';

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
    for await (const { readings, ...file } of batches) {
      comparing.reads(file);
      for (const reading of readings) {
        if (reading.kind === 'member' || reading.kind === 'faulty') comparing.take(reading);
        else last = reading;
      }
      await comparing.compare(rowsAtOnce);
    }
    await comparing.compare(1);
    await comparing.end();
  } finally {
    await comparing.settled();
  }
  const run = await comparing.kept();
  const ended = known(
    await inOneTransaction(deps, (parts) => endReading(parts, run, last?.kind === 'finished')),
  );
  return { run: ended, fault: last?.kind === 'stopped' ? last.fault : null };
}

export type Applied = Exclude<Begun, { kind: 'begun' }> | { kind: 'applied'; run: ImportRun };

/** Applies a judged run, or the rest of one that was broken off. */
export async function applyList(deps: ImportDeps, runId: number): Promise<Applied> {
  const begun = await inOneTransaction(deps, (parts) => beginApplying(parts, runId));
  if (begun.kind !== 'begun') return begun;
  let run = await applyAllLines(deps, begun.run);
  while (run.state === 'applying') {
    run = known(await inOneTransaction(deps, (parts) => endApplying(parts, run)));
    await deps.progress?.(run);
  }
  return { kind: 'applied', run };
}

/** Some lines in one transaction, and two of those under way: while one waits for the disk, the next enters its newcomers. */
async function applyAllLines(deps: ImportDeps, begun: ImportRun): Promise<ImportRun> {
  const linesAfter = (after: number) => inOneTransaction(deps, (parts) => linesToApply(parts, begun, after));
  let underWay = Promise.resolve(begun);
  try {
    for (let lines = await linesAfter(begun.appliedTo); lines; lines = await linesAfter(lines.to)) {
      const [these, before] = [lines, underWay];
      underWay = inOneTransaction(deps, (parts) => applyLines(parts, deps.policy, these, before));
      // Whoever waits for it next meets what went wrong; until then nobody does.
      underWay.catch(() => undefined);
      await deps.progress?.(await before);
    }
    const applied = await underWay;
    await deps.progress?.(applied);
    return applied;
  } finally {
    await Promise.allSettled([underWay]);
  }
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
