import type { Capabilities } from '../../chat/platform.js';
import type { InTransaction, Transaction } from '../../db/transaction.js';
import type { ImportRules } from '../../import/read-members.js';
import type { ImportPolicy } from '../../import/policy.js';
import type { ImportRun } from '../../import/runs.js';
import type { ImportTask } from '../../import/tasks.js';
import type { Audit } from '../../audit/audit.js';
import type { Clock } from '../../clock.js';
import type { Keyring } from '../../keys/keyring.js';
import type { Messenger } from '../../messenger/messenger.js';
import type { Chats } from '../../reset/ports.js';
import type { ListResult } from '../../staff/events.js';
import type { Lists } from '../../staff/lists.js';
import type { People } from '../../people/people.js';
import { listKind, type ListErrand } from './enqueue.js';
import type { ListHouse } from './run.js';
import { workOn } from './steps.js';
import type { InHand, Performed, Performer } from '../../outbox/handler.js';

export interface ListParts {
  messenger: Messenger;
  capabilities: Pick<Capabilities, 'largestDownload'>;
  /** Where a file is kept while it is read. */
  folder: string;
  policy: ImportPolicy;
  rules: ImportRules;
  inTransaction: InTransaction;
  keyring: Keyring;
  clock: Clock;
  rooms: (tx: Transaction) => ListRooms;
}

export interface ListRooms {
  chats: Chats;
  audit: Audit;
  staff: { people: People; lists: Lists };
}

/** Reads a list of members for somebody of staff, applies it or takes it back; what came of it is told in their chat. */
export function makeListPerformer(parts: ListParts): Performer<ListErrand, ListResult> {
  const { messenger, inTransaction, rooms } = parts;
  return {
    kind: listKind(messenger.platform),
    ...{ atOnce: 1, leaseMs: 5 * 60_000, afterCrash: 'repeat' },
    // With the back-off, a quarter of an hour; a process that is stopped meanwhile takes one of them.
    tries: 20,
    async perform({ taskId }, inHand) {
      const task = await inTransaction((tx) => rooms(tx).staff.lists.tasks.find(taskId));
      if (task?.state !== 'working') return { kind: 'failed', fault: 'this task is over' };
      const house = houseOf(parts, task, inHand);
      return putDown(() =>
        workOn({ ...parts, largest: parts.capabilities.largestDownload, house }, task, inHand.tries),
      );
    },
    settle: (tx, { taskId }, result) => settle(rooms(tx), taskId, result),
    givenUp: () => ({ kind: 'given-up' }),
  };
}

/** Thrown out of long work where it is to be left as it is. */
class PutDown extends Error {}

async function putDown(work: () => Promise<Performed<ListResult>>): Promise<Performed<ListResult>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PutDown) return { kind: 'later', afterMs: 0, fault: 'put down to be gone on with' };
    throw error;
  }
}

/** How often its progress is told: a chat takes a message a second, and has others to show. */
const toldEachMs = 4_000;

function houseOf(parts: ListParts, { id: taskId, chatKey }: ImportTask, { goOn }: InHand): ListHouse {
  const { inTransaction, keyring, clock, policy, rooms } = parts;
  let toldAt = -Infinity;
  const progress = async ({ state, readTo, appliedTo, undoneTo }: ImportRun): Promise<void> => {
    if (!(await goOn())) throw new PutDown();
    const now = clock.now().getTime();
    if (now - toldAt < toldEachMs) return;
    toldAt = now;
    const key = `list:${taskId}:${state}:${readTo}:${appliedTo}:${undoneTo}`;
    const event = { kind: 'staff-list', taskId, result: null } as const;
    await inTransaction((tx) => rooms(tx).chats.tell(chatKey, event, key));
  };
  return { inTransaction, keyring, clock, policy, progress };
}

async function settle({ chats, audit, staff }: ListRooms, taskId: number, result: ListResult): Promise<void> {
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
  const why = result.kind === 'useless' ? result.fault.kind : result.kind;
  await audit.write({ ...line, reason: 'import-refused', detail: { deed: task.deed, why } });
}
