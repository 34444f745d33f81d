import { setTimeout as wait } from 'node:timers/promises';
import { openChats } from '../chats/store.js';
import { setTrace, writeUnwritten } from '../db/after-commit.js';
import type { Transaction } from '../db/transaction.js';
import type { ChatQueue } from './chat-queue.js';
import { insertHandled, type Arrival } from './inbox.js';
import type { ReadAhead } from './read-ahead.js';
import type { StoreParts } from './store.js';
import { asFromRow, startTurn } from './turn-start.js';
import type { Handle } from './update-handler.js';

/**
 * Handles an update in the very transaction that writes it down. `handled`: both are done. `left`: neither is, as far as is
 * known, and it is to be written down as waiting; where it is there all the same, it is not written twice. `late`: the
 * same, and the transaction still runs, perhaps with a row for the chat that others would wait for.
 */
export type ReceiveAtOnce = (arrival: Arrival, hasRow: boolean) => Promise<'handled' | 'left' | 'late'>;

export interface ReceiveAtOnceParts extends StoreParts {
  handle: Handle;
  readAhead: ReadAhead;
  chatQueue: Pick<ChatQueue, 'claim' | 'release' | 'isQuiet'>;
}

/** As long as this it may take; whoever comes after it waits meanwhile. */
const longestMs = 250;

/**
 * For an update that comes while nothing else is at work here: its chat hears the first words after one wait for the disk
 * and not two. A handler that fails has its next try from the row.
 */
export function makeReceiveAtOnce(parts: ReceiveAtOnceParts): ReceiveAtOnce {
  const { inTransaction, chatQueue, log, count } = parts;
  const receive = async (arrival: Arrival, hasRow: boolean): Promise<'handled' | 'left'> => {
    try {
      const handled = await inTransaction((tx) => handleIn(parts, tx, arrival, hasRow));
      if (!handled) return 'left';
    } catch {
      return 'left';
    } finally {
      chatQueue.release(arrival.chatKey, false);
    }
    log.debug({ trace: arrival.traceId }, 'update committed');
    count('updates_total', { result: 'received' });
    count('updates_total', { result: 'handled' });
    return 'handled';
  };
  return async (arrival, hasRow) => {
    if (!chatQueue.isQuiet() || !chatQueue.claim(arrival.chatKey)) return 'left';
    const over = new AbortController();
    const tooLong = wait(longestMs, 'late' as const, { signal: over.signal }).catch(() => 'late' as const);
    return Promise.race([receive(arrival, hasRow).finally(() => over.abort()), tooLong]);
  };
}

/** False: something of the chat comes first. */
async function handleIn(
  parts: ReceiveAtOnceParts,
  tx: Transaction,
  arrival: Arrival,
  hasRow: boolean,
): Promise<boolean> {
  const { handle, readAhead, log } = parts;
  const { chatKey, traceId = null } = arrival;
  setTrace(tx, traceId);
  if (!hasRow) await openChats({ ...parts, tx }, [chatKey]);
  const start = await startTurn(tx, chatKey, readAhead);
  if (!start) return false;
  await handle(tx, chatKey, asFromRow(arrival.incoming), start);
  await writeUnwritten(tx);
  // At the end: whoever writes it down meanwhile, because this takes too long, waits for nobody.
  if (!(await insertHandled({ ...parts, tx }, arrival)))
    throw new Error('an update was written down meanwhile');
  log.debug({ trace: traceId }, 'update in transaction');
  return true;
}
