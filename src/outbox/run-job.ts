import { setTimeout } from 'node:timers/promises';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import type { Clock } from '../clock.js';
import { setTrace } from '../db/after-commit.js';
import { changedOne } from '../db/changed.js';
import { updateRows } from '../db/rows.js';
import type { TransactionRunner } from '../db/transaction.js';
import { describeError } from '../safe-error.js';
import type { Keyring } from '../keys/keyring.js';
import { MissingKey } from '../keys/missing-keys.js';
import type { Log } from '../log.js';
import type { Count } from '../metrics.js';
import type { Random } from '../random.js';
import { endingOf, type Ending } from './ending.js';
import { finishJob, keepProgress, requeueLaneHead } from './finish.js';
import { readPayload } from './outbox.js';
import type { AnyJobHandler, JobContext, JobOutcome } from './handler.js';
import type { WriteBehind } from './write-behind.js';

export interface RunJobParts {
  inTransaction: TransactionRunner;
  inStatement: TransactionRunner;
  keyring: Keyring;
  clock: Clock;
  random: Random;
  log: Log;
  count: Count;
  writeBehind: Pick<WriteBehind, 'add' | 'note' | 'written'>;
}

/** How it ended here. `goes on`: it has another step. After what was put off or lost, what stands behind in its lane has to wait. */
export type Ended = 'over' | 'goes on' | 'over, to be written' | 'put off' | 'lost';

/** How long a job may go on. */
export interface LeaseControl {
  renewLease: JobContext['renewLease'];
  /** Aborted when the process is to stop. */
  stopping: AbortSignal;
  /** It was found in its row, where more of its lane may be waiting. */
  found: boolean;
}

/** Runs a leased job and finishes it: the work with no transaction open, then what follows from it in one. Throws when it cannot be finished, and a `MissingKey` where another may do it. */
export async function runJob(
  parts: RunJobParts,
  handler: AnyJobHandler,
  leased: OutboxEntry,
  control: LeaseControl,
): Promise<Ended> {
  const { log, keyring, count, writeBehind } = parts;
  const { kind } = handler;
  if (leased.lane !== null) await writeBehind.written(leased.lane);
  const entry = leased.tries > 0 ? leased : await beginFirstTry(parts, leased);
  if (!entry) return 'lost';
  const about = { entry: entry.id, kind, trace: entry.traceId };
  log.debug(about, 'job taken');
  const payload = readPayload(keyring, entry);
  const outcome = await runHandler(handler, payload, entry, control.renewLease);
  log.debug({ ...about, outcome: outcome.kind }, 'job performed');
  if (outcome.kind === 'next') return goOn(parts, entry, outcome);
  const ending = endingOf(parts, handler, payload, entry, outcome);
  const ended = await finish(parts, handler, { entry, payload, ending }, control);
  // Whoever waits for it knows by when.
  if (ending.closing.state === 'waiting') leased.dueAt = ending.closing.dueAt;
  if (ended === 'lost') {
    log.warn(about, 'job came back to another hand');
    return ended;
  }
  count('errands_total', { kind, result: ending.closing.state });
  log.debug(about, 'job settled');
  if ('fault' in ending.closing) {
    const level = ending.closing.state === 'waiting' ? 'info' : 'warn';
    log[level]({ ...about, ...ending.closing }, 'job not done');
  }
  return ended;
}

/** What may not be done twice is written down as begun, so that nobody takes it for untouched. Null: it was withdrawn, or is another's. */
async function beginFirstTry({ inStatement }: RunJobParts, entry: OutboxEntry): Promise<OutboxEntry | null> {
  const { id, holder } = entry;
  const begun = await inStatement((tx) =>
    updateRows(tx, OutboxEntry, { id, state: 'in-hand', holder: holder ?? '', tries: 0 }, { tries: 1 }),
  );
  return changedOne(begun) ? { ...entry, tries: 1 } : null;
}

async function goOn(
  { inStatement, writeBehind }: RunJobParts,
  entry: OutboxEntry,
  { progress, keep }: JobOutcome<unknown> & { kind: 'next' },
): Promise<Ended> {
  entry.progress = progress;
  if (keep === 'soon') writeBehind.note(entry);
  else if (!(await inStatement((tx) => keepProgress(tx, entry, progress)))) return 'lost';
  return 'goes on';
}

interface Performed {
  entry: OutboxEntry;
  payload: unknown;
  ending: Ending;
}

async function finish(
  parts: RunJobParts,
  handler: AnyJobHandler,
  { entry, payload, ending: { closing, result } }: Performed,
  { stopping, found }: LeaseControl,
): Promise<Ended> {
  const { inTransaction, clock, writeBehind } = parts;
  const laneWaits = found && entry.lane !== null;
  const settlesNothing = closing.state === 'done' && result === null && handler.onWorkerDeath === 'retry';
  if (settlesNothing && !laneWaits) {
    await writeBehind.add({
      entry,
      outsideId: closing.outsideId ?? null,
      progress: closing.progress ?? null,
    });
    return 'over, to be written';
  }
  const close = () =>
    inTransaction(async (tx) => {
      setTrace(tx, entry.traceId);
      if (!(await finishJob(tx, entry, closing))) return false;
      if (laneWaits && entry.lane !== null) await requeueLaneHead(tx, entry.lane, clock.now());
      if (result !== null) await handler.onResult(tx, payload, result);
      return true;
    });
  const closed = await persistently(close, parts, { forMs: handler.leaseMs, stopping });
  if (!closed) return 'lost';
  return closing.state === 'waiting' ? 'put off' : 'over';
}

const againMs = 500;

/** What was done is known here and nowhere else: it is not given up because the database is away for a while. */
async function persistently<T>(
  work: () => Promise<T>,
  { clock }: RunJobParts,
  { forMs, stopping }: { forMs: number; stopping: AbortSignal },
): Promise<T> {
  for (const end = clock.now().getTime() + forMs; ;) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof MissingKey || stopping.aborted || clock.now().getTime() >= end) throw error;
      await setTimeout(againMs, undefined, { signal: stopping }).catch(() => undefined);
    }
  }
}

async function runHandler(
  handler: AnyJobHandler,
  payload: unknown,
  { id, lane, tries, createdAt, progress }: OutboxEntry,
  renewLease: JobContext['renewLease'],
): Promise<JobOutcome<unknown>> {
  // Its process died in each of its tries: it is given up without another.
  if (tries > handler.tries) return { kind: 'failed', fault: 'tries used up' };
  try {
    return await handler.run(payload, { id, lane, tries, createdAt, progress, renewLease });
  } catch (error) {
    if (error instanceof MissingKey && handler.onWorkerDeath === 'retry') throw error;
    const fault = describeError(error);
    return handler.onWorkerDeath === 'retry' ? { kind: 'retry', fault } : { kind: 'unknown', fault };
  }
}
