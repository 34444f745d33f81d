import { platforms } from '../chat/platform.js';
import { makeWakeUp } from '../wake-up.js';
import type { Clock } from '../clock.js';
import type { TransactionRunner, Transaction } from '../db/transaction.js';
import type { ChatQueue } from '../intake/chat-queue.js';
import { makeFlood, type Flood } from '../intake/flood.js';
import { makeRedisFloodStore } from '../intake/flood-store.js';
import { makeReceive } from '../intake/receive.js';
import { makeInboxWorker, type InboxWorker } from '../intake/worker.js';
import { makeScheduler, type Scheduler } from '../scheduler/scheduler.js';
import { schedule } from '../scheduler/schedule.js';
import { makeReplicaChecks } from '../scheduler/replica-checks.js';
import type { Log } from '../log.js';
import type { Messenger } from '../messenger/messenger.js';
import type { Count } from '../metrics.js';
import { makeLiveness } from '../outbox/liveness.js';
import { makeRateLimiter } from '../outbox/rate-limiter.js';
import type { FileMakers } from '../handlers/files/maker.js';
import { makeBotCallHandler } from '../handlers/messenger/call.js';
import { makeFileHandler } from '../handlers/files/handler.js';
import { makeMobileOwnerHandler } from '../handlers/ownership/mobile-owner.js';
import { sentAs } from '../handlers/messenger/sent-ids.js';
import { makePortalHealthHandler } from '../handlers/portal/health.js';
import { makePortalLookHandler } from '../handlers/portal/look.js';
import {
  makePortalAccountHandler,
  makePortalOutcomeHandler,
  makePortalResetHandler,
} from '../handlers/portal/reset.js';
import { makeTrailCheckHandler } from '../handlers/audit/check.js';
import type { AnyJobHandler } from '../outbox/handler.js';
import { makeOutboxWorker, type OutboxWorker } from '../outbox/worker.js';
import type { MobileOwnership } from '../ownership/port.js';
import type { Portal } from '../portal/port.js';
import type { SmsGateway } from '../sms/gateway.js';
import type { Words } from '../words/words.js';
import type { Bots } from './bots.js';
import { fileMakers } from './files.js';
import { importHandler } from './lists.js';
import { servicesIn, type ProcessDeps } from './services.js';
import type { RaiseAlert } from './raise-alert.js';
import { smsHandlers } from './sms-handlers.js';
import { openUpdates, type Updates } from './update-sources.js';
import { minute } from '../durations.js';

export interface EngineParts {
  shared: ProcessDeps;
  inTransaction: TransactionRunner;
  inStatement: TransactionRunner;
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
  smsRests: () => boolean;
  /** Something was committed that may be waiting to be sent. */
  wake: () => void;
}

/** On SQLite all transactions queue up, and more of them would only queue with them. */
const concurrentChats = { sqlite: 1, mysql: 8 };

export function makeEngine(parts: EngineParts): Engine {
  const {
    shared,
    inTransaction,
    inStatement,
    messengers,
    bots,
    words,
    log,
    count,
    tokenRefused,
    raiseAlert,
  } = parts;
  const { config, clock, random, keyring, onEnqueued } = shared;
  const outboxWakeUp = makeWakeUp();
  const wake = outboxWakeUp.notify;
  const common = { inTransaction, inStatement, keyring, clock, random, log, count };
  const inbox = {
    ...common,
    onEnqueued,
    onDeadLetter: (tx: Transaction) => servicesIn(shared, tx).alerts.raise({ cause: 'update-parked' }),
  };
  const flood = openFlood(shared, clock);
  const scheduling = {
    ...common,
    services: (tx: Transaction) => servicesIn(shared, tx),
    onDone: wake,
    onFailed: (job: string) => void raiseAlert({ cause: 'job-failed', about: job }),
  };
  return {
    flood,
    smsRests: () => parts.sms.rests(),
    wake,
    updates: openUpdates({
      settings: config.updates,
      messengers,
      words,
      clock,
      log,
      tokenRefused,
      receive: makeReceive({ ...inbox, flood }),
    }),
    inbox: makeInboxWorker({
      ...inbox,
      chatQueue: parts.chatQueue,
      handle: bots.handle,
      onProcessed: wake,
      concurrency: concurrentChats[config.database.kind],
    }),
    outbox: makeOutboxWorker({
      ...common,
      handlers: jobHandlers(parts),
      liveness: makeLiveness(config.database, common),
      wakeUp: outboxWakeUp,
      onJobFinished: wake,
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

function jobHandlers(parts: EngineParts): AnyJobHandler[] {
  const { shared, inTransaction, portal, words, count } = parts;
  const { clock, config } = shared;
  const makers = fileMakers({ inTransaction, words, clock, brand: config.facts.brand });
  const results = (tx: Transaction) => servicesIn(shared, tx).results;
  return [
    ...parts.messengers.flatMap((messenger) => messengerHandlers(parts, messenger, makers)),
    ...smsHandlers(parts),
    makeMobileOwnerHandler({ ownership: parts.ownership ?? nobodyToAsk, results, count }),
    makeTrailCheckHandler({
      inTransaction,
      keyring: shared.keyring,
      services: (tx) => servicesIn(shared, tx),
    }),
    makePortalHealthHandler({ portal, alerts: (tx) => servicesIn(shared, tx).alerts }),
    makePortalAccountHandler({ portal, results }),
    makePortalResetHandler({ portal, results }),
    makePortalOutcomeHandler({ portal, results }),
    makePortalLookHandler({ portal, results }),
  ];
}

/** What is said and what is sent through one messenger, at one pace. */
function messengerHandlers(parts: EngineParts, messenger: Messenger, makers: FileMakers): AnyJobHandler[] {
  const { shared, inTransaction, log } = parts;
  const limiter = makeRateLimiter(messenger.rate, shared.clock);
  const tokenRefused = (): void => parts.tokenRefused(messenger);
  const common = { messenger, limiter, log, tokenRefused, inTransaction };
  return [
    makeBotCallHandler({ ...common, sentAs: sentAs(inTransaction), clock: shared.clock }),
    makeFileHandler({
      ...common,
      makers,
      services: (tx) => servicesIn(shared, tx),
      capabilities: platforms[messenger.platform].capabilities,
    }),
    importHandler({ ...parts, messenger }),
  ];
}

/** A question that was written before the service was taken out of the settings has an answer as well. */
const nobodyToAsk: Pick<MobileOwnership, 'belongs'> = { belongs: async () => 'unknown' };
