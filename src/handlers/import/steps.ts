import type { TransactionRunner, Transaction } from '../../db/transaction.js';
import { readMembersAside } from '../../import/read-aside.js';
import type { ImportRules } from '../../import/read-members.js';
import type { ImportRun } from '../../import/runs.js';
import type { ImportTask } from '../../import/tasks.js';
import type { ListResult } from '../../staff/events.js';
import type { Lists } from '../../staff/lists.js';
import { mayStill } from '../../staff/may-still.js';
import type { People } from '../../people/people.js';
import type { JobOutcome } from '../../outbox/handler.js';
import { fetchList, type FetchedList, type FetchParts } from './fetch.js';
import type { ImportDeps } from './deps.js';
import { applyList, countAbsent, judgeList, undoList } from './run.js';

export interface WorkParts extends FetchParts {
  deps: ImportDeps;
  rules: ImportRules;
  inTransaction: TransactionRunner;
  services: (tx: Transaction) => { people: People; staff: { lists: Lists } };
}

type Work = (parts: WorkParts, task: ImportTask, tries: number) => Promise<JobOutcome<ListResult>>;

/** One task from where it is to its end. May be begun again wherever it broke off. */
export const workOn: Work = async (parts, task, tries) => {
  const run = await runOf(parts, task);
  const isEnd = task.deed === 'apply' || task.deed === 'undo' ? endOf[task.deed] : null;
  if (isEnd && run?.state === isEnd) return done({ kind: resultOf[isEnd] });
  // What has been begun goes on, whoever asked for it: half a list is worse than a whole one.
  const begun = run?.state === 'applying' || run?.state === 'undoing';
  if (!begun && !(await isAllowed(parts, task))) return refused;
  if (task.deed === 'count') return count(parts, task);
  if (task.deed === 'apply') return apply(parts, task);
  if (task.deed === 'undo') return undo(parts, task);
  return run?.state === 'judged' ? done({ kind: 'judged' }) : read(parts, task, tries);
};

/** It broke off after its very last step, before that could be told. */
const endOf = { apply: 'done', undo: 'undone' } as const;
const resultOf = { done: 'applied', undone: 'undone' } as const;

/** So often a file is asked for: others wait for their turn. */
const fetchTries = 6;

const read: Work = async (parts, task, tries) => {
  const fetched = await fetchList(parts, task.fileId ?? '');
  if (fetched.kind === 'retry')
    return tries < fetchTries
      ? fetched
      : { kind: 'failed', fault: fetched.fault, result: { kind: 'not-fetched' } };
  if (fetched.kind !== 'fetched') return done(fetched);
  try {
    return await judge(parts, task, fetched.list);
  } finally {
    fetched.list.close();
  }
};

async function judge(
  { deps, rules, folder, inTransaction, services }: WorkParts,
  task: ImportTask,
  { fd, digest }: FetchedList,
): Promise<JobOutcome<ListResult>> {
  const begun = await inTransaction(async (tx) => {
    const { runs, tasks } = services(tx).staff.lists;
    const run = await runs.begin({ digest, by: `staff:${task.personId}` });
    if (run.state === 'reading') await tasks.noteRun(task, run);
    return run;
  });
  if (begun.state !== 'reading') return done({ kind: 'half-applied', reference: begun.reference });
  const { fault } = await judgeList(deps, begun, readMembersAside({ fd, folder }, rules));
  return done(fault ? { kind: 'useless', fault } : { kind: 'judged' });
}

async function count({ deps }: WorkParts, { runId }: ImportTask): Promise<JobOutcome<ListResult>> {
  return done({ kind: (await countAbsent(deps, runId ?? 0)) ? 'counted' : 'not-countable' });
}

async function apply({ deps }: WorkParts, { runId }: ImportTask): Promise<JobOutcome<ListResult>> {
  const applied = await applyList(deps, runId ?? 0);
  if (applied.kind === 'not-judged') return done({ kind: 'overtaken' });
  return done({ kind: applied.kind });
}

async function undo({ deps }: WorkParts, { runId, personId }: ImportTask): Promise<JobOutcome<ListResult>> {
  const undone = await undoList(deps, runId ?? 0, `staff:${personId}`);
  return done({ kind: undone ? 'undone' : 'overtaken' });
}

const runOf = ({ inTransaction, services }: WorkParts, { runId }: ImportTask): Promise<ImportRun | null> =>
  inTransaction(async (tx) => (runId === null ? null : services(tx).staff.lists.runs.find(runId)));

const isAllowed = ({ inTransaction, services }: WorkParts, task: ImportTask): Promise<boolean> =>
  inTransaction((tx) => mayStill(services(tx).people, task, 'supervisor'));

const done = (result: ListResult): JobOutcome<ListResult> => ({ kind: 'done', result });
const refused = done({ kind: 'not-allowed' });
