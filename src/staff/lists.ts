import type { UnsentId } from '../chats/unsent.js';
import type { Audit } from '../audit/audit.js';
import { chatAddress } from '../chats/address.js';
import type { Clock } from '../clock.js';
import { changesAfter, type Change } from '../import/changes.js';
import { firstFaults, type Found } from '../import/findings.js';
import type { ImportPolicy } from '../import/policy.js';
import {
  makeImportRuns,
  needsApproval,
  undoNeedsTwo,
  type ImportRun,
  type ImportRuns,
} from '../import/runs.js';
import {
  makeImportTasks,
  type ImportTask,
  type ImportTasks,
  type InChat,
  type SentList,
} from '../import/tasks.js';
import type { Keyring } from '../keys/keyring.js';
import type { Random } from '../random.js';
import type { Transaction } from '../db/transaction.js';
import type { ListAction } from './action.js';
import type { People, StaffMember } from '../people/people.js';

/** Lists of members, as staff have them read, applied and taken back from a chat. */
export interface Lists {
  tasks: ImportTasks;
  runs: ImportRuns;
  /** Takes the list that was waited for and has it read; false when none was. */
  take(
    by: StaffMember,
    list: SentList & { size: number },
    announce: () => Promise<UnsentId>,
  ): Promise<boolean>;
  /** Has something done to a run; false while something else is being done to it. */
  order(handler: 'apply' | 'undo', runId: number, by: InChat): Promise<boolean>;
  firstFaults(run: ImportRun, most: number): Promise<Found[]>;
  /** What changes of the first so many members. */
  firstChanges(run: ImportRun, members: number): Promise<Change[]>;
  /** What is to be asked before the run is applied: as it is, and over what members registered themselves. */
  applying(run: ImportRun, by: InChat): { plain: ListAction | null; over: ListAction | null };
  undoing(run: ImportRun, by: InChat): ListAction;
  /** The name of the colleague who has begun it; null for whoever runs the house. */
  beganBy(run: ImportRun): Promise<string | null>;
}

export interface StaffListParts {
  tx: Transaction;
  clock: Clock;
  random: Random;
  keyring: Keyring;
  audit: Audit;
  importPolicy: ImportPolicy;
  /** Has the task worked on after commit. */
  enqueueImport: (task: ImportTask) => Promise<void>;
}

export function makeLists(parts: StaffListParts & { people: People }): Lists {
  const { tx, people, audit, importPolicy: policy, enqueueImport } = parts;
  const [tasks, runs] = [makeImportTasks(parts), makeImportRuns(parts)];
  return {
    tasks,
    runs,
    take: async (by, { fileId, ending, size }, announce) => {
      const task = await tasks.take(by, { fileId, ending }, announce);
      if (!task) return false;
      const detail = { role: by.role, platform: chatAddress(by.chatKey).platform, ending, size };
      await audit.write({ reason: 'import-sent', actor: `staff:${by.personId}`, detail });
      await enqueueImport(task);
      return true;
    },
    order: async (handler, runId, by) => {
      const task = await tasks.open(handler, runId, by);
      if (task) await enqueueImport(task);
      return task !== null;
    },
    firstFaults: (run, most) => firstFaults(tx, run.id, most),
    firstChanges: (run, members) => changesAfter(parts, run, 0, members),

    applying: (run, by) => {
      const action = actOn(run, by);
      const together = needsApproval(run, policy) && run.state === 'judged';
      const plain = together ? 'apply-list-together' : 'apply-list';
      const bringsAny = run.newcomers + run.changed > 0;
      const over = run.contradicted > 0 && run.state === 'judged';
      return {
        plain: bringsAny ? action(plain, 0) : null,
        over: over ? action('apply-list-together', 1) : null,
      };
    },
    undoing: (run, by) => actOn(run, by)(undoNeedsTwo(run, policy) ? 'undo-list-together' : 'undo-list', 0),
    beganBy: async ({ startedBy }) => {
      const [kind, personId] = startedBy.split(':');
      return kind === 'staff' ? people.nameOf(Number(personId)) : null;
    },
  };
}

const actOn =
  (run: ImportRun, { personId, chatKey }: InChat) =>
  (kind: ListAction['kind'], overMembersOwn: 0 | 1): ListAction => {
    const { id: runId, reference, newcomers, changed, mobiles, nationalIds, contradicted, faulty } = run;
    const counts = { newcomers, changed, mobiles, nationalIds, contradicted, faulty };
    return { kind, runId, reference, overMembersOwn, personId, chatKey, ...counts };
  };
