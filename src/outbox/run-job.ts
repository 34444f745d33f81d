import { setTimeout } from 'node:timers/promises';
import type { OutboxEntry } from '../../entities/outbox-entry.js';
import type { Clock } from '../clock.js';
import type { InTransaction } from '../db/transaction.js';
import { faultOf } from '../safe-error.js';
import type { Keyring } from '../keys/keyring.js';
import type { Log } from '../log.js';
import type { Count } from '../metrics.js';
import type { Random } from '../random.js';
import { backOffMs } from './back-off.js';
import { putDown, standBehind, type Closing } from './finish.js';
import { readPayload } from './outbox.js';
import type { AnyPerformer, InHand, Performed } from './handler.js';

export interface RoundParts {
  inTransaction: InTransaction;
  keyring: Keyring;
  clock: Clock;
  random: Random;
  log: Log;
  count: Count;
}

/** How long an errand may stay in hand. */
export interface Stay {
  goOn: InHand['goOn'];
  /** Aborted when the process is to stop. */
  stopping: AbortSignal;
}

/** One errand from hand to close: the deed with no transaction open, then what follows from it in one. Throws when it cannot be closed. */
export async function goRound(
  parts: RoundParts,
  performer: AnyPerformer,
  entry: OutboxEntry,
  { goOn, stopping }: Stay,
): Promise<void> {
  const { log, keyring, inTransaction, clock, count } = parts;
  const { kind } = performer;
  log.debug({ entry: entry.id, kind }, 'errand taken');
  const payload = readPayload(keyring, entry);
  const performed = await deed(performer, payload, entry, goOn);
  log.debug({ entry: entry.id, kind, outcome: performed.kind }, 'errand performed');
  const ending = endingOf(parts, performer, payload, entry, performed);
  const close = () =>
    inTransaction(async (tx) => {
      if (!(await putDown(tx, entry, ending.closing))) return false;
      if (entry.lane !== null) await standBehind(tx, entry.lane, clock.now());
      if (ending.result !== null) await performer.settle(tx, payload, ending.result);
      return true;
    });
  const closed = await insisting(close, parts, { forMs: performer.leaseMs, stopping });
  if (!closed) return log.warn({ entry: entry.id, kind }, 'errand came back to another hand');
  count('errands_total', { kind, result: ending.closing.state });
  log.debug({ entry: entry.id, kind }, 'errand settled');
  if ('fault' in ending.closing) log.info({ entry: entry.id, kind, ...ending.closing }, 'errand not done');
}

const againMs = 500;

/** What was done is known here and nowhere else: it is not given up because the database is away for a while. */
async function insisting<T>(
  work: () => Promise<T>,
  { clock }: RoundParts,
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

async function deed(
  performer: AnyPerformer,
  payload: unknown,
  { id, lane, tries, createdAt }: OutboxEntry,
  goOn: InHand['goOn'],
): Promise<Performed<unknown>> {
  // Its process died in each of its tries: it is given up without another.
  if (tries > performer.tries) return { kind: 'failed', fault: 'tries used up' };
  try {
    return await performer.perform(payload, { id, lane, tries, createdAt, goOn });
  } catch (error) {
    const fault = faultOf(error);
    return performer.afterCrash === 'repeat' ? { kind: 'later', fault } : { kind: 'doubt', fault };
  }
}

/** How the entry is closed, and what is settled; a null result: nothing follows. */
interface Ending {
  closing: Closing;
  result: unknown;
}

function endingOf(
  { clock, random }: RoundParts,
  performer: AnyPerformer,
  payload: unknown,
  entry: OutboxEntry,
  performed: Performed<unknown>,
): Ending {
  switch (performed.kind) {
    case 'done': {
      const { result, outsideId } = performed;
      return { closing: { state: 'done', ...(outsideId ? { outsideId } : {}) }, result };
    }
    case 'doubt':
      return { closing: { state: 'doubt', fault: performed.fault }, result: performed.result ?? null };
    case 'failed':
      return {
        closing: { state: 'failed', fault: performed.fault },
        result: performed.result ?? performer.givenUp(payload),
      };
    case 'later': {
      const { fault, afterMs = backOffMs(entry.tries, random) } = performed;
      if (entry.tries >= performer.tries)
        return { closing: { state: 'failed', fault }, result: performer.givenUp(payload) };
      return {
        closing: { state: 'waiting', dueAt: new Date(clock.now().getTime() + afterMs), fault },
        result: null,
      };
    }
  }
}
