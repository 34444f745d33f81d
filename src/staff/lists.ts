import type { UnsentId } from '../chats/unsent.js';
import type { Audit } from '../audit/audit.js';
import { chatAddress } from '../chats/address.js';
import type { Clock } from '../clock.js';
import { changesAfter, type Change } from '../import/changes.js';
import { firstFaults, type Found } from '../import/findings.js';
import { makeImportRuns, type Consent, type ImportRun, type ImportRuns } from '../import/runs.js';
import {
  makeImportTasks,
  type ImportTask,
  type ImportTasks,
  type InChat,
  type SentList,
} from '../import/tasks.js';
import { needsApproval, undoNeedsTwo } from '../import/two-persons.js';
import type { Keyring } from '../keys/keyring.js';
import type { Random } from '../random.js';
import type { Transaction } from '../db/transaction.js';
import type { ListAction } from './action.js';
import type { People, StaffMember } from '../people/people.js';
import type { SecondPersons } from '../people/second-persons.js';

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
  order(handler: 'count' | 'apply' | 'undo', runId: number, by: InChat): Promise<boolean>;
  firstFaults(run: ImportRun, most: number): Promise<Found[]>;
  /** What changes of the first so many members. */
  firstChanges(run: ImportRun, members: number): Promise<Change[]>;
  /** What is to be asked before the run is applied: as it is, and over what members registered themselves. */
  applying(run: ImportRun, by: InChat): { plain: ListAction | null; over: ListAction | null };
  undoing(run: ImportRun, by: InChat): ListAction;
  /** What is to be asked before it is applied as the list of everybody. */
  whole(run: ImportRun, by: InChat): ListAction;
  /** Text messages about changed numbers go out at this pace. */
  noticesPerHour: number;
  /** A code by which this person agrees to a list that was read at a shell; null: it waits for none. */
  offerConsent(run: ImportRun, by: StaffMember): Promise<Consent | null>;
  /** The name of the colleague who has begun it; null for whoever runs the house. */
  beganBy(run: ImportRun): Promise<string | null>;
}

export interface StaffListParts {
  tx: Transaction;
  clock: Clock;
  random: Random;
  keyring: Keyring;
  audit: Audit;
  noticesPerHour: number;
  /** Has the task worked on after commit. */
  enqueueImport: (task: ImportTask) => Promise<void>;
}

export function makeLists(
  parts: StaffListParts & { people: People; secondPersons: Pick<SecondPersons, 'isOne'> },
): Lists {
  const { tx, people, secondPersons, audit, enqueueImport } = parts;
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
      const together = needsApproval(run) && run.state === 'judged';
      const plain = together ? 'apply-list-together' : 'apply-list';
      const bringsAny = run.newcomers + run.changed > 0;
      const over = run.contradicted > 0 && run.state === 'judged';
      return {
        plain: bringsAny ? action(plain, 0) : null,
        over: over ? action('apply-list-together', 1) : null,
      };
    },
    undoing: (run, by) => {
      const together = undoNeedsTwo(run) && run.state !== 'undoing';
      return actOn(run, by)(together ? 'undo-list-together' : 'undo-list', 0);
    },
    whole: (run, by) => actOn(run, by)('apply-list-whole', 0),
    noticesPerHour: parts.noticesPerHour,
    offerConsent: async (run, by) => {
      // Whoever reads lists in the chat has their second person asked there; and a newcomer is nobody's second.
      if (run.startedBy.startsWith('staff:') || !secondPersons.isOne(by)) return null;
      const consent = await runs.offerConsent(run.id, `staff:${by.personId}`);
      const detail = { role: by.role, platform: chatAddress(by.chatKey).platform };
      const line = { actor: `staff:${by.personId}`, reference: run.reference, detail };
      if (consent) await audit.write({ reason: 'import-consent-code', ...line });
      return consent;
    },
    beganBy: async ({ startedBy }) => {
      const [kind, personId] = startedBy.split(':');
      return kind === 'staff' ? people.nameOf(Number(personId)) : null;
    },
  };
}

const actOn =
  (run: ImportRun, { personId, chatKey }: InChat) =>
  (kind: ListAction['kind'], overMembersOwn: 0 | 1): ListAction => {
    const { id: runId, reference, newcomers, changed, contradicted, faulty, absent } = run;
    const { mobiles, firstMobiles, nationalIds, givenBack } = run;
    const dangerous = { mobiles, firstMobiles, nationalIds, givenBack };
    const counts = { newcomers, changed, ...dangerous, contradicted, faulty, absent };
    return { kind, runId, reference, overMembersOwn, personId, chatKey, ...counts };
  };
