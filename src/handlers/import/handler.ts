import type { Capabilities } from '../../chat/platform.js';
import type { TransactionRunner, Transaction } from '../../db/transaction.js';
import type { ImportRules } from '../../import/read-members.js';
import type { ImportPolicy } from '../../import/policy.js';
import type { ImportRun } from '../../import/runs.js';
import type { ImportTask } from '../../import/tasks.js';
import type { Audit } from '../../audit/audit.js';
import type { Clock } from '../../clock.js';
import type { Keyring } from '../../keys/keyring.js';
import type { Messenger } from '../../messenger/messenger.js';
import type { Tell } from '../../chats/tell.js';
import type { ListResult, StaffEvent } from '../../staff/events.js';
import type { Lists } from '../../staff/lists.js';
import type { People } from '../../people/people.js';
import { importKind, type ImportJob } from './enqueue.js';
import type { ImportDeps } from './deps.js';
import { workOn } from './steps.js';
import type { JobContext, JobOutcome, JobHandler } from '../../outbox/handler.js';

export interface ImportHandlerParts {
  messenger: Messenger;
  capabilities: Pick<Capabilities, 'largestDownload'>;
  /** Where a file is kept while it is read. */
  folder: string;
  policy: ImportPolicy;
  rules: ImportRules;
  inTransaction: TransactionRunner;
  keyring: Keyring;
  clock: Clock;
  services: (tx: Transaction) => ImportServices;
}

export interface ImportServices {
  chats: Tell<StaffEvent>;
  audit: Audit;
  people: People;
  staff: { lists: Lists };
}

/** Reads a list of members for somebody of staff, applies it or takes it back; what came of it is told in their chat. */
export function makeImportHandler(parts: ImportHandlerParts): JobHandler<ImportJob, ListResult> {
  const { messenger, inTransaction, services } = parts;
  return {
    kind: importKind(messenger.platform),
    concurrency: 1,
    waitsOutside: false,
    leaseMs: 5 * 60_000,
    onWorkerDeath: 'retry',
    // With the back-off, a quarter of an hour; a process that is stopped meanwhile takes one of them.
    tries: 20,
    async run({ taskId }, job) {
      const task = await inTransaction((tx) => services(tx).staff.lists.tasks.find(taskId));
      if (task?.state !== 'working') return { kind: 'failed', fault: 'this task is over' };
      const deps = depsOf(parts, task, job);
      return putDown(() =>
        workOn({ ...parts, largest: parts.capabilities.largestDownload, deps }, task, job.tries),
      );
    },
    onResult: (tx, { taskId }, result) => onResult(services(tx), taskId, result),
    onExhausted: () => ({ kind: 'given-up' }),
  };
}

/** Thrown out of long work where it is to be left as it is. */
class LeaseLost extends Error {}

async function putDown(work: () => Promise<JobOutcome<ListResult>>): Promise<JobOutcome<ListResult>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LeaseLost)
      return { kind: 'retry', afterMs: 0, fault: 'put down to be gone on with' };
    throw error;
  }
}

/** How often its progress is told: a chat takes a message a second, and has others to show. */
const toldEachMs = 4_000;

function depsOf(
  parts: ImportHandlerParts,
  { id: taskId, chatKey }: ImportTask,
  { renewLease }: JobContext,
): ImportDeps {
  const { inTransaction, keyring, clock, policy, services } = parts;
  let toldAt = -Infinity;
  const progress = async ({ state, readTo, appliedTo, undoneTo }: ImportRun): Promise<void> => {
    if (!(await renewLease())) throw new LeaseLost();
    const now = clock.now().getTime();
    if (now - toldAt < toldEachMs) return;
    toldAt = now;
    const key = `list:${taskId}:${state}:${readTo}:${appliedTo}:${undoneTo}`;
    const event = { kind: 'staff-list', taskId, result: null } as const;
    await inTransaction((tx) => services(tx).chats.tell(chatKey, event, key));
  };
  return { inTransaction, keyring, clock, policy, progress };
}

async function onResult(
  { chats, audit, staff }: ImportServices,
  taskId: number,
  result: ListResult,
): Promise<void> {
  const { tasks, runs } = staff.lists;
  const task = await tasks.find(taskId);
  if (!task || !(await tasks.end(task, result.kind === 'given-up' ? 'broken-off' : 'over'))) return;
  const run = task.runId === null ? null : await runs.find(task.runId);
  await note(audit, task, run, result);
  await chats.tell(task.chatKey, { kind: 'staff-list', taskId, result }, `list:${taskId}:over`);
}

/** What was applied and taken back stands in the trail already, written with it. */
async function note(
  audit: Audit,
  task: ImportTask,
  run: ImportRun | null,
  result: ListResult,
): Promise<void> {
  const line = { actor: `staff:${task.personId}`, reference: run?.reference ?? null };
  if (result.kind === 'judged' && run) {
    const { newcomers, changed, unchanged, faulty, mobiles, nationalIds, contradicted } = run;
    const detail = { newcomers, changed, unchanged, faulty, mobiles, nationalIds, contradicted };
    return audit.write({ ...line, reason: 'import-judged', detail });
  }
  if (result.kind === 'applied' || result.kind === 'undone' || result.kind === 'judged') return;
  if (result.kind === 'counted' || result.kind === 'not-countable') return;
  const why = result.kind === 'useless' ? result.fault.kind : result.kind;
  await audit.write({ ...line, reason: 'import-refused', detail: { deed: task.deed, why } });
}
