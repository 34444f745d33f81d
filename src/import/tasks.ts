import { storedUnsentId, type UnsentId } from '../chats/unsent.js';
import type { ImportTask } from '../../entities/import-task.js';
import type { Clock } from '../clock.js';
import type { Transaction } from '../db/transaction.js';
import { makeInvitationStore } from './invitation-store.js';
import type { ImportRun } from './runs.js';
import { makeTaskStore, type NewTask } from './task-store.js';
import { minute } from '../durations.js';

export type { ImportTask };

/** Of staff, in a private chat of theirs. */
export interface InChat {
  personId: number;
  chatKey: string;
}

/** A list as a messenger has it. */
export interface SentList {
  fileId: string;
  /** How the file's own name ends, dot included. */
  ending: string;
}

/** Lists of members as staff have them worked on from their chats. Works inside one transaction. */
export interface ImportTasks {
  /** From now on and for a while, a file that this person sends in this chat is taken for a list. */
  invite(by: InChat): Promise<void>;
  isInvited(by: InChat): Promise<boolean>;
  /** No list is waited for in this chat any more; false when none was. */
  uninvite(chatKey: string): Promise<boolean>;
  /** Takes the list that was waited for, to be read; null when none was. `announce`: says so in the chat. */
  take(by: InChat, list: SentList, announce: () => Promise<UnsentId>): Promise<ImportTask | null>;
  /** Something is to be done to the run; null while something else is being done to it. */
  open(deed: 'count' | 'apply' | 'undo', runId: number, by: InChat): Promise<ImportTask | null>;
  /** Is something being done to this run for somebody? */
  inHand(runId: number): Promise<boolean>;
  find(id: number): Promise<ImportTask | null>;
  /** The task reads into this run. */
  noteRun(task: ImportTask, run: ImportRun): Promise<void>;
  /** Its progress is told in this message. */
  noteTold(task: ImportTask, message: UnsentId): Promise<void>;
  /** The same, of whatever is being done to this run. */
  noteToldOf(runId: number, message: UnsentId): Promise<void>;
  /** False when it was over already. */
  end(task: ImportTask, state: 'over' | 'broken-off'): Promise<boolean>;
}

/** So long a list is waited for. */
export const invitedMs = 15 * minute;

export function makeImportTasks({ tx, clock }: { tx: Transaction; clock: Clock }): ImportTasks {
  const [invitations, store] = [makeInvitationStore(tx), makeTaskStore(tx)];
  const now = (): Date => clock.now();
  const insert = (task: NewTask, openKey: string | null): Promise<ImportTask> =>
    store.insert({ ...task, openKey, state: 'working', createdAt: now(), touchedAt: now() });
  const whose = ({ personId, chatKey }: InChat): InChat => ({ personId, chatKey });

  return {
    invite: (by) => invitations.put({ ...whose(by), until: new Date(now().getTime() + invitedMs) }),
    isInvited: (by) => invitations.isOpen(whose(by), now()),
    uninvite: (chatKey) => invitations.close(chatKey, now()),

    take: async (by, list, announce) => {
      if (!(await invitations.take(whose(by), now()))) return null;
      return insert(
        { ...whose(by), ...list, deed: 'read', runId: null, toldIn: storedUnsentId(await announce()) },
        null,
      );
    },
    open: async (deed, runId, by) => {
      if (await store.open(keyOf(runId))) return null;
      const task = { ...whose(by), deed, runId, fileId: null, ending: null, toldIn: null };
      return insert(task, keyOf(runId));
    },
    inHand: (runId) => store.open(keyOf(runId)).then((task) => task !== null),
    find: (id) => store.find(id),
    noteRun: async (task, { id }) => {
      await store.change(task, { runId: id, openKey: keyOf(id), touchedAt: now() });
    },
    noteTold: async (task, message) => {
      await store.change(task, { toldIn: storedUnsentId(message) });
    },
    noteToldOf: async (runId, message) => {
      const task = await store.open(keyOf(runId));
      if (task) await store.change(task, { toldIn: storedUnsentId(message) });
    },
    end: async (task, state) =>
      (await store.change(task, { state, openKey: null, touchedAt: now() })) !== null,
  };
}

const keyOf = (runId: number): string => String(runId);
