import { platforms } from '../chat/platform.js';
import { makeBell } from '../wake-up.js';
import type { Clock } from '../clock.js';
import type { InTransaction, Transaction } from '../db/transaction.js';
import { makeFlood, type Flood } from '../intake/flood.js';
import { makeRedisFloodStore } from '../intake/flood-store.js';
import { makeReceive } from '../intake/receive.js';
import { makeInboxWorker, type InboxWorker } from '../intake/worker.js';
import { makeKeeper, type Keeper } from '../scheduler/scheduler.js';
import { timetable } from '../scheduler/schedule.js';
import { makeWatchtable } from '../scheduler/replica-checks.js';
import type { Log } from '../log.js';
import type { Messenger } from '../messenger/messenger.js';
import type { Count } from '../metrics.js';
import { makeHolders } from '../outbox/liveness.js';
import { makePace } from '../outbox/rate-limiter.js';
import type { FileMakers } from '../handlers/files/maker.js';
import { makeBotCallPerformer } from '../handlers/messenger/call.js';
import { makeFilePerformer } from '../handlers/files/handler.js';
import { makeMobileOwnerPerformer } from '../handlers/ownership/mobile-owner.js';
import { sentAs } from '../handlers/messenger/sent-ids.js';
import { makePortalHealthPerformer } from '../handlers/portal/health.js';
import {
  makePortalAccountPerformer,
  makePortalOutcomePerformer,
  makePortalResetPerformer,
} from '../handlers/portal/reset.js';
import { makeTrailCheckPerformer } from '../handlers/audit/check.js';
import type { AnyPerformer } from '../outbox/handler.js';
import { makeOutboxWorker, type OutboxWorker } from '../outbox/worker.js';
import type { MobileOwnership } from '../ownership/port.js';
import type { Portal } from '../portal/port.js';
import type { SmsGateway } from '../sms/gateway.js';
import type { Words } from '../words/words.js';
import type { Bots } from './bots.js';
import { fileMakers } from './files.js';
import { listPerformer } from './lists.js';
import { servicesIn, type Ground } from './services.js';
import type { TellStaff } from './raise-alert.js';
import { smsPerformers } from './sms-handlers.js';
import { openUpdates, type Updates } from './update-sources.js';

export interface EngineParts {
  ground: Ground;
  inTransaction: InTransaction;
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
  tellStaff: TellStaff;
}

/** The moving parts: what takes in, what handles, what sends out, and what happens by the clock. */
export interface Engine {
  updates: Updates;
  inbox: InboxWorker;
  outbox: OutboxWorker;
  keeper: Keeper;
  /** In every replica, since without a leader there would be nobody to say so. */
  watchman: Keeper;
  flood: Flood;
  smsRests: () => boolean;
  /** Something was committed that may be waiting to be handled or sent. */
  wake: () => void;
}

const minute = 60_000;
/** On SQLite all transactions queue up, and more hands would only queue with them. */
const hands = { sqlite: 1, mysql: 8 };

export function makeEngine(parts: EngineParts): Engine {
  const { ground, inTransaction, messengers, bots, words, log, count, tokenRefused, tellStaff } = parts;
  const { config, clock, random, keyring } = ground;
  const [inboxBell, outboxBell] = [makeBell(), makeBell()];
  const wake = (): void => {
    inboxBell.ring();
    outboxBell.ring();
  };
  const shared = { inTransaction, keyring, clock, random, log, count };
  const flood = openFlood(ground, clock);
  const keeping = {
    ...{ ...shared, rooms: (tx: Transaction) => servicesIn(ground, tx), done: wake },
    failed: (job: string) => void tellStaff({ cause: 'job-failed', about: job }),
  };
  return {
    flood,
    smsRests: () => parts.sms.rests(),
    wake,
    updates: openUpdates({
      ...{ settings: config.updates, messengers, words, clock, log, tokenRefused },
      receive: makeReceive({ ...shared, flood, wake: inboxBell.ring }),
    }),
    inbox: makeInboxWorker({
      ...shared,
      handle: bots.handle,
      bell: inboxBell,
      handled: wake,
      hands: hands[config.database.kind],
    }),
    outbox: makeOutboxWorker({
      ...shared,
      performers: performers(parts),
      holders: makeHolders(config.database, shared),
      bell: outboxBell,
      settled: wake,
    }),
    keeper: makeKeeper({ ...keeping, jobs: timetable }),
    watchman: makeKeeper({ ...keeping, jobs: makeWatchtable() }),
  };
}

function openFlood({ config }: Ground, clock: Clock): Flood {
  const settings = { updatesPerWindow: config.updatesPerMinute, windowMs: minute };
  return makeFlood(
    settings,
    clock,
    config.redisUrl ? makeRedisFloodStore(config.redisUrl, minute) : undefined,
  );
}

function performers(parts: EngineParts): AnyPerformer[] {
  const { ground, inTransaction, portal, words, count } = parts;
  const { clock, config } = ground;
  const makers = fileMakers({ inTransaction, words, clock, brand: config.facts.brand });
  const settle = (tx: Transaction) => servicesIn(ground, tx).settlement;
  return [
    ...parts.messengers.flatMap((messenger) => messengerPerformers(parts, messenger, makers)),
    ...smsPerformers(parts),
    makeMobileOwnerPerformer({ ownership: parts.ownership ?? nobodyToAsk, settle, count }),
    makeTrailCheckPerformer({
      inTransaction,
      keyring: ground.keyring,
      rooms: (tx) => servicesIn(ground, tx),
    }),
    makePortalHealthPerformer({ portal, alerts: (tx) => servicesIn(ground, tx).alerts }),
    makePortalAccountPerformer({ portal, settle }),
    makePortalResetPerformer({ portal, settle }),
    makePortalOutcomePerformer({ portal, settle }),
  ];
}

/** What is said and what is sent through one messenger, at one pace. */
function messengerPerformers(parts: EngineParts, messenger: Messenger, makers: FileMakers): AnyPerformer[] {
  const { ground, inTransaction, log } = parts;
  const pace = makePace(messenger.rate, ground.clock);
  const tokenRefused = (): void => parts.tokenRefused(messenger);
  const shared = { messenger, pace, log, tokenRefused, inTransaction };
  return [
    makeBotCallPerformer({ ...shared, sentAs: sentAs(inTransaction), clock: ground.clock }),
    makeFilePerformer({
      ...{ ...shared, makers, rooms: (tx) => servicesIn(ground, tx) },
      capabilities: platforms[messenger.platform].capabilities,
    }),
    listPerformer({ ...parts, messenger }),
  ];
}

/** A question that was written before the service was taken out of the settings has an answer as well. */
const nobodyToAsk: Pick<MobileOwnership, 'belongs'> = { belongs: async () => 'unknown' };
