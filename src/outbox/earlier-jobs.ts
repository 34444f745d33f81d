import { noteInTransaction, takeNote } from '../db/after-commit.js';
import { marks, readRows } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';
import { untouched } from './cancel-rows.js';
import type { HandOver } from './hand-over.js';
import type { Job } from './outbox.js';

/** What of earlier rows matters to new ones. */
export interface EarlierJobs {
  /** Lanes in which something waits, or is in somebody else's hand. */
  lanes: ReadonlySet<string>;
  /** About which there is something to be withdrawn. */
  subjects: ReadonlySet<string>;
}

/**
 * Has a turn's first statement tell what stands before it in its chat's lane, which is named by the chat's key, and what
 * it would withdraw: so its jobs need not ask. The chat is held from then on, so what follows there is the turn's own.
 */
export function makeReadAhead(handOver: HandOver, subjectOf: (chatKey: string) => string) {
  return {
    columns:
      `EXISTS (SELECT 1 FROM outbox WHERE lane = ? AND ${standsBefore}) AS lane_stands,` +
      ` EXISTS (SELECT 1 FROM outbox WHERE subject = ? AND ${untouched}) AS subject_stands`,
    bound: (chatKey: string) => [chatKey, handOver.taker?.workerId ?? '', subjectOf(chatKey)],
    note: (tx: Transaction, chatKey: string, row: object) => {
      const { lane_stands, subject_stands } = row as AheadRow;
      const subject = subjectOf(chatKey);
      const earlier = {
        lanes: new Set(lane_stands ? [chatKey] : []),
        subjects: new Set(subject_stands ? [subject] : []),
      };
      noteInTransaction(tx, aheadNote, { lane: chatKey, subject, earlier } satisfies Ahead);
    },
  };
}

type AheadRow = Record<'lane_stands' | 'subject_stands', number | null>;

interface Ahead {
  lane: string;
  subject: string;
  earlier: EarlierJobs;
}

const aheadNote = Symbol('what stands before a turn');

export async function readEarlierJobs(
  tx: Transaction,
  jobs: readonly Job[],
  workerId: string,
): Promise<EarlierJobs> {
  const lanes = [...new Set(jobs.flatMap(({ lane }) => lane ?? []))];
  const subjects = [...new Set(jobs.flatMap(({ withdraws }) => withdraws ?? []))];
  const ahead = takeNote<Ahead>(tx, aheadNote);
  if (ahead && lanes.every((lane) => lane === ahead.lane) && subjects.every((one) => one === ahead.subject))
    return subjects.length > 0 ? ahead.earlier : { ...ahead.earlier, subjects: new Set() };
  return askForThem(tx, lanes, subjects, workerId);
}

async function askForThem(
  tx: Transaction,
  lanes: readonly string[],
  subjects: readonly string[],
  workerId: string,
): Promise<EarlierJobs> {
  const questions = [
    lanes.length > 0 && `${whichLanes} IN (${marks(lanes.length)}) AND ${standsBefore}`,
    subjects.length > 0 && `${whichSubjects} IN (${marks(subjects.length)}) AND ${untouched}`,
  ].filter((question) => question !== false);
  if (questions.length === 0) return { lanes: new Set(), subjects: new Set() };
  const bound = [...lanes, ...(lanes.length > 0 ? [workerId] : []), ...subjects];
  const rows = await readRows<EarlierRow>(tx, questions.join(' UNION '), bound);
  return {
    lanes: new Set(rows.flatMap(({ lane }) => lane ?? [])),
    subjects: new Set(rows.flatMap(({ subject }) => subject ?? [])),
  };
}

type EarlierRow = Record<'lane' | 'subject', string | null>;

const whichLanes = 'SELECT lane, NULL AS subject FROM outbox WHERE lane';
const standsBefore = "(state = 'waiting' OR (state = 'in-hand' AND holder <> ?))";
const whichSubjects = 'SELECT NULL AS lane, subject FROM outbox WHERE subject';
