import type { Update } from 'grammy/types';
import { InboxEntry } from '../../entities/inbox-entry.js';
import type { Handle } from '../../src/intake/update-handler.js';
import { makeTell } from '../../src/intake/enqueue-event.js';
import type { Flood } from '../../src/intake/flood.js';
import { makeChatQueue } from '../../src/intake/chat-queue.js';
import { dueEntries } from '../../src/intake/lookout.js';
import { makeHandOver } from '../../src/outbox/hand-over.js';
import { makeReadAhead } from '../../src/outbox/earlier-jobs.js';
import { makeReceive } from '../../src/intake/receive.js';
import type { ReceiveAtOnce } from '../../src/intake/receive-at-once.js';
import { processNext } from '../../src/intake/process-next.js';
import { makeInboxWorker, type InboxWorkerParts } from '../../src/intake/worker.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { makeMissingKeys } from '../../src/keys/missing-keys.js';
import { silence } from '../../src/log.js';
import type { Transaction } from '../../src/db/transaction.js';
import { makeSingleStatement } from '../../src/db/single-statement.js';
import { systemRandom } from '../../src/random.js';
import type { ChatEvent } from '../../src/chat/events.js';
import type { TestDatabase } from '../support/databases.js';
import { handClock } from '../support/hand-clock.js';
import { testKeys } from '../support/test-keys.js';
import { testServices } from '../support/test-services.js';

/** The bot whose updates come in. */
export const bot = { platform: 'telegram', bot: '700001' } as const;
export const keyOf = (chat: number): string => `telegram:700001:${chat}`;

export const open: Flood = {
  check: async () => ({ kind: 'free' }),
  degraded: () => false,
  stop: async () => undefined,
};

/** Each update is written down first. */
export const notAtOnce: ReceiveAtOnce = async () => 'left';

/** Intake over a real database, handled step by step by a small handler. */
export function openIntake(db: TestDatabase, handle: Handle, flood = open, keys = testKeys) {
  const clock = handClock();
  const keyring = makeKeyring({ keys, random: systemRandom });
  const missingKeys = makeMissingKeys({ clock, log: silence });
  const { inTransaction } = db;
  const inStatement = makeSingleStatement(db.dataSource, inTransaction);
  const chatQueue = makeChatQueue();
  const parts = {
    inTransaction,
    keyring,
    missingKeys,
    clock,
    log: silence,
    count: () => undefined,
    onEnqueued: (chatKey: string) => chatQueue.add(chatKey),
    onDeadLetter: (tx: Transaction) =>
      testServices(tx, { keyring, clock }).alerts.raise({ cause: 'update-parked' }),
  };
  const readAhead = makeReadAhead(makeHandOver(), String);
  const receive = makeReceive({ ...parts, inStatement, flood, atOnce: notAtOnce });
  return {
    ...{ clock, keyring, missingKeys, chatQueue },
    receive: (...updates: Update[]) => receive(bot, updates),
    tell: (chat: number, event: ChatEvent, key: string) =>
      inTransaction((tx) => makeTell({ ...parts, tx }).tell(keyOf(chat), event, key)),
    /** Handles until nothing is due, by so many workers at once. */
    async drain(workers = 1): Promise<void> {
      const work = async () => {
        while (chatQueue.length() > 0) {
          const chatKey = (await chatQueue.take()) ?? '';
          chatQueue.release(chatKey, (await processNext({ ...parts, handle, readAhead }, chatKey)).more);
        }
      };
      for (;;) {
        const due = await inStatement((tx) => dueEntries(tx, clock.now(), null));
        if (due.length === 0) return;
        due.forEach((entry) => chatQueue.add(entry.chatKey));
        await Promise.all(Array.from({ length: workers }, work));
      }
    },
    /** The worker as the product runs it. */
    worker: (concurrency: number, own: Partial<InboxWorkerParts> = {}) =>
      makeInboxWorker({
        ...{ ...parts, inStatement, chatQueue, handle, readAhead, concurrency },
        ...own,
      }),
    entries: () => db.dataSource.manager.find(InboxEntry, { order: { id: 'ASC' } }),
  };
}

/** A text message from somebody, in a private chat with the bot. */
export function textUpdate(updateId: number, chat: number, text: string): Update {
  const from = { id: chat, is_bot: false, first_name: 'x' };
  const message = {
    message_id: updateId,
    date: 0,
    chat: { id: chat, type: 'private', first_name: 'x' },
    from,
    text,
  };
  return { update_id: updateId, message } as Update;
}
