import type { ImportRun } from '../../entities/import-run.js';
import { makeAudit } from '../audit/audit.js';
import { makeAbsentStore } from './absent-store.js';
import { makeRunStore } from './run-store.js';
import type { ImportParts } from './runs.js';

/** Who is known and not in a list, as long as they are looked for. */
export type Listed = ReadonlySet<number>;

const [listedAtOnce, membersAtOnce, leaversAtOnce] = [200, 5_000, 500];

export const findRun = ({ tx }: ImportParts, runId: number): Promise<ImportRun | null> =>
  makeRunStore(tx).find(runId);

/** Whom the run names. Costs a number for each. */
export async function listedIn({ tx }: ImportParts, runId: number): Promise<Listed> {
  const store = makeAbsentStore(tx);
  const listed = new Set<number>();
  for (let line = 0; ;) {
    const some = await store.listedAfter(runId, line, listedAtOnce);
    for (const { memberIds } of some) for (const id of JSON.parse(memberIds) as number[]) listed.add(id);
    const last = some.at(-1);
    if (!last) return listed;
    ({ line } = last);
  }
}

/**
 * Looks among the next members for those whom the run does not name, and keeps them; returns the last of those looked at,
 * null at the end. From the beginning (0) it looks anew. Whoever was entered after the run began is not missed.
 */
export async function findAbsent(
  { tx }: ImportParts,
  run: ImportRun,
  listed: Listed,
  after: number,
): Promise<{ last: number | null; found: number }> {
  const store = makeAbsentStore(tx);
  if (after === 0) await store.forgetAbsent(run.id);
  const members = await store.membersAfter(after, run.createdAt, membersAtOnce);
  const absent = members.filter((id) => !listed.has(id));
  await store.keepAbsent(absent.map((memberId) => ({ runId: run.id, memberId })));
  return { last: members.at(-1) ?? null, found: absent.length };
}

/** Keeps how many are absent, so that it can be told before anybody agrees. */
export const noteAbsent = ({ tx, clock }: ImportParts, run: ImportRun, absent: number) =>
  makeRunStore(tx).change(run, { absent, counted: 1, touchedAt: clock.now() });

/** The next of the absent leave, each with a line in their trail; null when somebody else has moved the run, or none is left. */
export async function leaveSome(
  parts: ImportParts,
  seen: ImportRun,
): Promise<{ run: ImportRun | null; more: boolean }> {
  const { tx, clock } = parts;
  const store = makeAbsentStore(tx);
  const next = seen.whole === 1 ? await store.absentAfter(seen.id, seen.leftTo, leaversAtOnce) : [];
  const last = next.at(-1);
  if (last === undefined) return { run: seen, more: false };
  const run = await makeRunStore(tx).change(seen, { leftTo: last, touchedAt: clock.now() });
  if (!run) return { run: null, more: true };
  const audit = makeAudit(parts);
  const detail = { list: run.reference, approvedBy: run.approvedBy };
  for (const memberId of await store.leave(next, run.id, clock.now()))
    await audit.write({ reason: 'list-left', actor: run.startedBy, memberId, detail });
  return { run, more: true };
}

/** Whoever has left by the run is back; returns how many. */
export const comeBack = ({ tx }: ImportParts, run: ImportRun): Promise<number> =>
  makeAbsentStore(tx).comeBack(run.id);
