import { ImportTask } from '../../entities/import-task.js';
import type { ImportDeps } from '../../src/handlers/import/deps.js';
import { applyList, countAbsent, judgeList, undoList } from '../../src/handlers/import/run.js';
import type { MemberRow } from '../../src/import/columns/columns.js';
import type { ReadBatch, Reading } from '../../src/import/reading.js';
import type { ImportRun } from '../../src/import/runs.js';
import type { World } from './world.js';

export const importDeps = ({ db, keyring, clock, policy }: World): ImportDeps => ({
  inTransaction: db.inTransaction,
  ...{ keyring, clock, policy },
});

/** Reads a list to its end for somebody, as the trail names them; a `whole` one is counted as well. */
export async function readList(
  world: World,
  by: string,
  rows: readonly MemberRow[],
  whole = false,
): Promise<ImportRun> {
  const { db, services, lists, tally } = world;
  const digest = `${lists.length}`.padStart(64, '0');
  const begun = await db.inTransaction((tx) => services(tx).staff.lists.runs.begin({ digest, by }));
  const { run } = await judgeList(importDeps(world), begun, readings(rows));
  lists.push(run.id);
  tally.count('lists');
  return (whole && (await countAbsent(importDeps(world), run.id))) || run;
}

async function* readings(rows: readonly MemberRow[]): AsyncGenerator<ReadBatch> {
  await Promise.resolve();
  const all = rows.map((member, at): Reading => ({ kind: 'member', line: at + 2, member, notices: [] }));
  yield { readings: all, sheet: null, read: 1 };
  yield { readings: [{ kind: 'finished', members: rows.length, faulty: 0 }], sheet: null, read: 1 };
}

/** Does what staff have ordered last, as the worker would; what and to which list, null: nothing was. */
export async function workOnList(world: World): Promise<{ what: 'apply' | 'undo'; runId: number } | null> {
  const { db, services, manager } = world;
  const [task] = await manager.find(ImportTask, {
    where: { state: 'working' },
    order: { id: 'DESC' },
    take: 1,
  });
  if (!task) return null;
  const [what, runId] = [task.deed === 'undo' ? 'undo' : 'apply', task.runId ?? 0] as const;
  if (what === 'apply') await applyList(importDeps(world), runId);
  else await undoList(importDeps(world), runId, `staff:${task.personId}`);
  await db.inTransaction((tx) => services(tx).staff.lists.tasks.end(task, 'over'));
  return { what, runId };
}
