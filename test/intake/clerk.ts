import { In } from 'typeorm';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { LimitCounter } from '../../entities/limit-counter.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { makeWakeUp } from '../../src/wake-up.js';
import { systemClock } from '../../src/clock.js';
import { makeDataSource } from '../../src/db/data-source.js';
import { parseDatabaseUrl } from '../../src/db/database-url.js';
import { makeLockKeeper } from '../../src/db/lock-keeper.js';
import { makeSingleStatement } from '../../src/db/single-statement.js';
import { makeTransactionRunner } from '../../src/db/transaction-runner.js';
import { makeChatQueue } from '../../src/intake/chat-queue.js';
import type { Handle } from '../../src/intake/update-handler.js';
import { makeInboxWorker } from '../../src/intake/worker.js';
import { makeMissingKeys } from '../../src/keys/missing-keys.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { silence, type Log } from '../../src/log.js';
import { makeLiveness } from '../../src/outbox/liveness.js';
import { enqueue } from '../../src/outbox/outbox.js';
import type { JobHandler } from '../../src/outbox/handler.js';
import { makeHandOver } from '../../src/outbox/hand-over.js';
import { makeReadAhead } from '../../src/outbox/earlier-jobs.js';
import { makeOutboxWorker } from '../../src/outbox/worker.js';
import { systemRandom } from '../../src/random.js';
import { testKeys } from '../support/test-keys.js';

/**
 * A process that handles and sends until nothing is left, on the database that it is given: each update is one more
 * in its chat's count, and one message. It may be told to die at the n-th line of its log that says a certain thing.
 */
const [url = '', dieAt = '', times = '0'] = process.argv.slice(2);
const settings = parseDatabaseUrl(url);
if (!settings) throw new Error('a clerk needs a database');
const dataSource = await makeDataSource(settings).initialize();
const inTransaction = makeTransactionRunner(dataSource);
const keyring = makeKeyring({ keys: testKeys, random: systemRandom });
const clock = systemClock;
const handOver = makeHandOver();

let left = Number(times);
const log: Log = {
  ...silence,
  debug: (_fields, message) => {
    if (message === dieAt && --left === 0) process.kill(process.pid, 'SIGKILL');
  },
};

const handle: Handle = async (tx, chatKey, incoming) => {
  const text = incoming.kind === 'update' ? (incoming.update.message?.text ?? '') : '';
  const counted = await tx.increment(LimitCounter, { key: chatKey }, 'count', 1);
  if (!counted.affected) await tx.insert(LimitCounter, { key: chatKey, count: 1, windowEndsAt: clock.now() });
  await enqueue(
    { tx, keyring, clock, handOver },
    { kind: 'message', payload: `${chatKey} ${text}`, lane: chatKey },
  );
};

const send: JobHandler<string, null> = {
  kind: 'message',
  concurrency: 8,
  waitsOutside: true,
  leaseMs: 60_000,
  tries: 5,
  onWorkerDeath: 'retry',
  run: (text) =>
    new Promise((resolve) =>
      process.send?.(text, undefined, {}, () => resolve({ kind: 'done', result: null })),
    ),
  onResult: async () => undefined,
  onExhausted: () => null,
};

const inStatement = makeSingleStatement(dataSource, inTransaction);
const parts = {
  inTransaction,
  inStatement,
  keyring,
  missingKeys: makeMissingKeys({ clock, log }),
  clock,
  random: systemRandom,
  log,
  count: () => undefined,
};
const inbox = makeInboxWorker({
  ...parts,
  handle,
  readAhead: makeReadAhead(handOver, String),
  chatQueue: makeChatQueue(),
  concurrency: 4,
  onDeadLetter: () => Promise.resolve(),
});
const outbox = makeOutboxWorker({
  ...parts,
  handlers: [send],
  liveness: makeLiveness(makeLockKeeper(settings), parts),
  wakeUp: makeWakeUp(),
  handOver,
});
setInterval(look, 50);

function look(): void {
  const open = inTransaction(async (tx) => ({
    in: await tx.countBy(InboxEntry, { state: 'waiting' }),
    out: await tx.countBy(OutboxEntry, { state: In(['waiting', 'in-hand']) }),
  }));
  void open.then((still) => still.in + still.out === 0 && process.send?.('finished'));
}

process.on('disconnect', () => void Promise.all([inbox.stop(), outbox.stop()]).then(() => process.exit(0)));
outbox.start();
inbox.start();
look();
