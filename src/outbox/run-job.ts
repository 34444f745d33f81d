import { setTimeout } from 'node:timers/promises';
import type { OutboxEntry } from '../../entities/outbox-entry.js';
import type { Clock } from '../clock.js';
import type { TransactionRunner } from '../db/transaction.js';
import { describeError } from '../safe-error.js';
import type { Keyring } from '../keys/keyring.js';
import type { Log } from '../log.js';
import type { Count } from '../metrics.js';
import type { Random } from '../random.js';
import { backOffMs } from './back-off.js';
import { finishJob, requeueLaneHead, type Finish } from './finish.js';
import { readPayload } from './outbox.js';
import type { AnyJobHandler, JobContext, JobOutcome } from './handler.js';

export interface RunJobParts {
  inTransaction: TransactionRunner;
  keyring: Keyring;
  clock: Clock;
  random: Random;
  log: Log;
  count: Count;
}

/** How long a job may go on. */
export interface LeaseControl {
  renewLease: JobContext['renewLease'];
  /** Aborted when the process is to stop. */
  stopping: AbortSignal;
}

/** Runs a leased job and finishes it: the work with no transaction open, then what follows from it in one. Throws when it cannot be finished. */
export async function runJob(
  parts: RunJobParts,
  handler: AnyJobHandler,
  entry: OutboxEntry,
  { renewLease, stopping }: LeaseControl,
): Promise<void> {
  const { log, keyring, inTransaction, clock, count } = parts;
  const { kind } = handler;
  log.debug({ entry: entry.id, kind }, 'job taken');
  const payload = readPayload(keyring, entry);
  const outcome = await runHandler(handler, payload, entry, renewLease);
  log.debug({ entry: entry.id, kind, outcome: outcome.kind }, 'job performed');
  const ending = endingOf(parts, handler, payload, entry, outcome);
  const close = () =>
    inTransaction(async (tx) => {
      if (!(await finishJob(tx, entry, ending.closing))) return false;
      if (entry.lane !== null) await requeueLaneHead(tx, entry.lane, clock.now());
      if (ending.result !== null) await handler.onResult(tx, payload, ending.result);
      return true;
    });
  const closed = await persistently(close, parts, { forMs: handler.leaseMs, stopping });
  if (!closed) return log.warn({ entry: entry.id, kind }, 'job came back to another hand');
  count('errands_total', { kind, result: ending.closing.state });
  log.debug({ entry: entry.id, kind }, 'job settled');
  if ('fault' in ending.closing) log.info({ entry: entry.id, kind, ...ending.closing }, 'job not done');
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
      if (stopping.aborted || clock.now().getTime() >= end) throw error;
      await setTimeout(againMs, undefined, { signal: stopping }).catch(() => undefined);
    }
  }
}

async function runHandler(
  handler: AnyJobHandler,
  payload: unknown,
  { id, lane, tries, createdAt }: OutboxEntry,
  renewLease: JobContext['renewLease'],
): Promise<JobOutcome<unknown>> {
  // Its process died in each of its tries: it is given up without another.
  if (tries > handler.tries) return { kind: 'failed', fault: 'tries used up' };
  try {
    return await handler.run(payload, { id, lane, tries, createdAt, renewLease });
  } catch (error) {
    const fault = describeError(error);
    return handler.onWorkerDeath === 'retry' ? { kind: 'retry', fault } : { kind: 'unknown', fault };
  }
}

/** How the entry is finished, and the result that is handed on; null: nothing follows. */
interface Ending {
  closing: Finish;
  result: unknown;
}

function endingOf(
  { clock, random }: RunJobParts,
  handler: AnyJobHandler,
  payload: unknown,
  entry: OutboxEntry,
  outcome: JobOutcome<unknown>,
): Ending {
  switch (outcome.kind) {
    case 'done': {
      const { result, outsideId } = outcome;
      return { closing: { state: 'done', ...(outsideId ? { outsideId } : {}) }, result };
    }
    case 'unknown':
      return { closing: { state: 'doubt', fault: outcome.fault }, result: outcome.result ?? null };
    case 'failed':
      return {
        closing: { state: 'failed', fault: outcome.fault },
        result: outcome.result ?? handler.onExhausted(payload),
      };
    case 'retry': {
      const { fault, afterMs = backOffMs(entry.tries, random) } = outcome;
      if (entry.tries >= handler.tries)
        return { closing: { state: 'failed', fault }, result: handler.onExhausted(payload) };
      return {
        closing: { state: 'waiting', dueAt: new Date(clock.now().getTime() + afterMs), fault },
        result: null,
      };
    }
  }
}
