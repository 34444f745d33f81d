import { makeWakeUp } from '../wake-up.js';
import type { Clock } from '../clock.js';
import type { LockKeeper } from '../db/lock-keeper.js';
import type { TransactionRunner, Transaction } from '../db/transaction.js';
import type { ChatQueue } from '../intake/chat-queue.js';
import { makeHandleAtOnce } from '../intake/handle-at-once.js';
import { makeFlood, type Flood } from '../intake/flood.js';
import { makeRedisFloodStore } from '../intake/flood-store.js';
import { makeReceive } from '../intake/receive.js';
import { makeReceiveAtOnce } from '../intake/receive-at-once.js';
import { makeInboxWorker, type InboxWorker } from '../intake/worker.js';
import { makeScheduler, type Scheduler } from '../scheduler/scheduler.js';
import { schedule } from '../scheduler/schedule.js';
import { makeReplicaChecks } from '../scheduler/replica-checks.js';
import { makeMissingKeys } from '../keys/missing-keys.js';
import type { Log } from '../log.js';
import type { Messenger } from '../messenger/messenger.js';
import type { Count } from '../metrics.js';
import { makeLiveness } from '../outbox/liveness.js';
import { makePatience } from '../handlers/messenger/patience.js';
import { makeReadAhead } from '../outbox/earlier-jobs.js';
import { makeOutboxWorker, type OutboxWorker } from '../outbox/worker.js';
import { laterSubject } from '../handlers/messenger/enqueue.js';
import { jobHandlers } from './job-handlers.js';
import type { MobileOwnership } from '../ownership/port.js';
import type { Portal } from '../portal/port.js';
import type { SmsGateway } from '../sms/gateway.js';
import type { Words } from '../words/words.js';
import type { Bots } from './bots.js';
import { servicesIn, type ProcessDeps } from './services.js';
import type { RaiseAlert } from './raise-alert.js';
import type { Rests } from './rest-gauges.js';
import { openUpdates, type Updates } from './update-sources.js';
import { minute } from '../durations.js';

export interface EngineParts {
  shared: ProcessDeps;
  inTransaction: TransactionRunner;
  inStatement: TransactionRunner;
  locks: LockKeeper | null;
  /** Chats that have something waiting; whoever enqueues it adds to them. */
  chatQueue: ChatQueue;
  messengers: readonly Messenger[];
  bots: Bots;
  sms: SmsGateway;
  portal: Portal;
  /** Null where nobody is asked whose a mobile is. */
  ownership: MobileOwnership | null;
  words: Words;
  log: Log;
  count: Count;
  tokenRefused: (messenger: Messenger) => void;
  /** Of what happens in this process alone. */
  raiseAlert: RaiseAlert;
}

/** The moving parts: what takes in, what handles, what sends out, and what happens by the clock. */
export interface Engine {
  updates: Updates;
  inbox: InboxWorker;
  outbox: OutboxWorker;
  scheduler: Scheduler;
  /** In every replica, since without a leader there would be nobody to say so. */
  replicaChecks: Scheduler;
  flood: Flood;
  /** Of all that this process does for the outbox. */
  jobKinds: readonly string[];
  /** Fingerprints of keys that something stored needed lately, and that are not here. */
  missingKeys: () => string[];
  smsRests: () => boolean;
  rests: () => Rests;
}

/** On MariaDB each takes a connection; on SQLite they take turns, and wait for the disk together. */
const concurrentChats = { sqlite: 32, mysql: 8 };

export function makeEngine(parts: EngineParts): Engine {
  const {
    shared,
    inTransaction,
    inStatement,
    chatQueue,
    messengers,
    bots,
    words,
    log,
    count,
    tokenRefused,
    raiseAlert,
  } = parts;
  const { config, clock, random, keyring, onEnqueued, handOver } = shared;
  const missingKeys = makeMissingKeys({ clock, log });
  const common = { inTransaction, inStatement, keyring, missingKeys, clock, random, log, count };
  const inbox = {
    ...common,
    onEnqueued,
    onDeadLetter: (tx: Transaction) => servicesIn(shared, tx).alerts.raise({ cause: 'update-parked' }),
  };
  const flood = openFlood(shared, clock);
  const lines = messengers.map((messenger) => ({
    messenger,
    patience: makePatience(
      clock,
      () => void raiseAlert({ cause: 'messenger-wants-rest', about: messenger.platform }),
    ),
  }));
  const scheduling = {
    ...common,
    services: (tx: Transaction) => servicesIn(shared, tx),
    onFailed: (job: string) => void raiseAlert({ cause: 'job-failed', about: job }),
  };
  const turns = { handle: bots.handle, readAhead: makeReadAhead(handOver, laterSubject) };
  const handlers = jobHandlers(parts, lines, makeHandleAtOnce({ ...common, ...turns, chatQueue }));
  return {
    flood,
    jobKinds: handlers.map(({ kind }) => kind),
    missingKeys: () => missingKeys.lately(),
    smsRests: () => parts.sms.rests(),
    rests: () => ({
      providers: new Map(parts.sms.providers.map((name) => [name, parts.sms.resting().includes(name)])),
      messengers: new Map(lines.map(({ messenger, patience }) => [messenger.platform, patience.isLong()])),
      floodAlone: flood.degraded(),
    }),
    updates: openUpdates({
      settings: config.updates,
      messengers,
      words,
      clock,
      log,
      tokenRefused,
      receive: makeReceive({ ...inbox, flood, atOnce: makeReceiveAtOnce({ ...inbox, ...turns, chatQueue }) }),
    }),
    inbox: makeInboxWorker({
      ...inbox,
      chatQueue,
      ...turns,
      concurrency: concurrentChats[config.database.kind],
    }),
    outbox: makeOutboxWorker({
      ...common,
      handlers,
      liveness: makeLiveness(parts.locks, common),
      wakeUp: makeWakeUp(),
      handOver,
    }),
    scheduler: makeScheduler({ ...scheduling, tasks: schedule }),
    replicaChecks: makeScheduler({ ...scheduling, tasks: makeReplicaChecks() }),
  };
}

function openFlood({ config }: ProcessDeps, clock: Clock): Flood {
  const settings = { updatesPerWindow: config.updatesPerMinute, windowMs: minute };
  return makeFlood(
    settings,
    clock,
    config.redisUrl ? makeRedisFloodStore(config.redisUrl, minute) : undefined,
  );
}
