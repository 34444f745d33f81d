import { afterCommit, afterRollback, traceOf, writeUnwritten, type Batch } from '../db/after-commit.js';
import { isOvertaken } from '../db/overtaken.js';
import type { Transaction } from '../db/transaction.js';
import type { Log } from '../log.js';
import type { Count } from '../metrics.js';
import { describeError } from '../safe-error.js';
import type { ChatQueue } from './chat-queue.js';
import type { Told } from './enqueue-event.js';
import { enqueueIncoming, insertHandled } from './inbox.js';
import type { ReadAhead } from './read-ahead.js';
import { asFromRow, startTurn } from './turn-start.js';
import type { Handle } from './update-handler.js';

export interface HandleAtOnceParts {
  handle: Handle;
  readAhead: ReadAhead;
  chatQueue: Pick<ChatQueue, 'claim' | 'release'>;
  log: Log;
  count: Count;
}

/**
 * What chats are told in a transaction, at its end: the first of it is handled then and there where the chat is in
 * nobody's hand and nothing of it waits, as it is while a member waits for a neighbour's answer. So that answer costs no
 * transaction of its own. Everything else becomes a row, and takes its turn.
 */
export function makeHandleAtOnce(parts: HandleAtOnceParts): Batch<Told> {
  /** What could not be handled, by its key: its transaction is tried again, and then it becomes a row. */
  const failed = new Set<string>();
  return {
    async write(tx, told) {
      for (const [at, one] of told.entries()) {
        const { id } = one.arrival;
        if (at > 0 || failed.delete(id) || !(await handleNow(parts, tx, one, () => failed.add(id))))
          await enqueueIncoming(one.parts, one.arrival);
      }
    },
  };
}

async function handleNow(
  { handle, readAhead, chatQueue, log, count }: HandleAtOnceParts,
  tx: Transaction,
  { parts, arrival }: Told,
  fails: () => void,
): Promise<boolean> {
  const { chatKey } = arrival;
  if (!chatQueue.claim(chatKey)) return false;
  const release = (): void => chatQueue.release(chatKey, false);
  afterCommit(tx, release);
  afterRollback(tx, release);
  const start = await startTurn(tx, chatKey, readAhead);
  if (!start) return false;
  if (!(await insertHandled(parts, arrival))) return true;
  try {
    await handle(tx, chatKey, asFromRow(arrival.incoming), start);
    await writeUnwritten(tx);
  } catch (error) {
    if (isOvertaken(error)) throw error;
    fails();
    // Not the fault itself: a key that is missing here must not make whoever tells this give up what it has done.
    throw new Error(`an event could not be handled at once: ${describeError(error)}`, { cause: error });
  }
  const trace = traceOf(tx);
  log.debug({ trace }, 'event in transaction');
  afterCommit(tx, () => {
    log.debug({ trace }, 'event committed');
    count('updates_total', { result: 'handled' });
  });
  return true;
}
