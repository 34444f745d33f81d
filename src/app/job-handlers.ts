import { platforms } from '../chat/platform.js';
import { makeRateLimiter } from '../outbox/rate-limiter.js';
import type { FileMakers } from '../handlers/files/maker.js';
import { makeBotCallHandler, makeBotCallsHandler } from '../handlers/messenger/handler.js';
import { makeFileHandler } from '../handlers/files/handler.js';
import { makeMobileOwnerHandler } from '../handlers/ownership/mobile-owner.js';
import { makeSentIds } from '../handlers/messenger/sent-ids.js';
import { makePortalLockHandler } from '../handlers/portal/lock.js';
import { makePortalLookHandler } from '../handlers/portal/look.js';
import { makePortalHealthHandler } from '../handlers/portal/health.js';
import {
  makePortalAccountHandler,
  makePortalOutcomeHandler,
  makePortalResetHandler,
} from '../handlers/portal/reset.js';
import { makeBlindCodeHandler, makeBlindMissHandler } from '../handlers/reset/blind.js';
import { makeTrailCheckHandler } from '../handlers/audit/check.js';
import { fileMakers } from './files.js';
import { importHandler } from './lists.js';
import { smsHandlers } from './sms-handlers.js';
import type { Batch } from '../db/after-commit.js';
import type { Transaction } from '../db/transaction.js';
import type { Told } from '../intake/enqueue-event.js';
import type { Patience } from '../handlers/messenger/patience.js';
import type { Messenger } from '../messenger/messenger.js';
import type { AnyJobHandler } from '../outbox/handler.js';
import { rememberCapabilities } from '../portal/capabilities.js';
import type { MobileOwnership } from '../ownership/port.js';
import type { EngineParts } from './engine.js';
import { makeSparingLog } from '../sparing-log.js';
import { servicesIn } from './services.js';

/** Everything that is done after a commit, one handler for each kind of job. */
export function jobHandlers(
  parts: EngineParts,
  lines: readonly SparedMessenger[],
  toldAtEnd: Batch<Told>,
): AnyJobHandler[] {
  const { shared, inTransaction, portal, words, count } = parts;
  const { clock, config } = shared;
  const makers = fileMakers({ inTransaction, words, clock, brand: config.facts.brand });
  const results = (tx: Transaction) => servicesIn({ ...shared, toldAtEnd }, tx).results;
  return [
    ...lines.flatMap((line) => messengerHandlers(parts, line, makers)),
    ...smsHandlers(parts),
    makeMobileOwnerHandler({ ownership: parts.ownership ?? nobodyToAsk, results, count }),
    makeTrailCheckHandler({
      inTransaction,
      keyring: shared.keyring,
      services: (tx) => servicesIn(shared, tx),
    }),
    makePortalHealthHandler({ portal, results, alerts: (tx) => servicesIn(shared, tx).alerts }),
    makePortalAccountHandler({ portal, results }),
    makePortalResetHandler({ portal, results }),
    makePortalOutcomeHandler({ portal, results }),
    makePortalLookHandler({ portal, results }),
    makePortalLockHandler({ portal, results, capabilities: rememberCapabilities(portal, clock) }),
    makeBlindCodeHandler({ portal, results }),
    makeBlindMissHandler(results),
  ];
}

/** A messenger, and what it has asked to be spared. */
export interface SparedMessenger {
  messenger: Messenger;
  patience: Patience;
}

/** What is said and what is sent through one messenger, at one pace. */
function messengerHandlers(
  parts: EngineParts,
  { messenger, patience }: SparedMessenger,
  makers: FileMakers,
): AnyJobHandler[] {
  const { shared, inTransaction } = parts;
  const limiter = makeRateLimiter(messenger.rate, shared.clock);
  const log = makeSparingLog({ log: parts.log, clock: shared.clock }, ['method', 'everybody']);
  const tokenRefused = (): void => parts.tokenRefused(messenger);
  const common = { messenger, limiter, patience, log, tokenRefused, inTransaction };
  const calls = { ...common, sentIds: makeSentIds(parts.inStatement), clock: shared.clock };
  return [
    makeBotCallsHandler(calls),
    makeBotCallHandler(calls),
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
