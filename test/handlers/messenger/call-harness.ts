import { afterEach, beforeEach, describe } from 'vitest';
import type { Account } from '../../../playground/emulator/account.js';
import { startEmulator, type Emulator } from '../../../playground/emulator/emulator.js';
import type { BotCall } from '../../../src/chat/services.js';
import { platformNames, type PlatformName } from '../../../src/platforms.js';
import { silence } from '../../../src/log.js';
import { makeRateLimiter, type RateLimiter } from '../../../src/outbox/rate-limiter.js';
import { makeBotCallHandler } from '../../../src/handlers/messenger/handler.js';
import { makePatience, type Patience } from '../../../src/handlers/messenger/patience.js';
import type { SentIds } from '../../../src/handlers/messenger/sent-ids.js';
import { handClock, type HandClock } from '../../support/hand-clock.js';
import { messengerAt, quickRate } from '../../support/messengers.js';
import { firstTry } from '../../outbox/harness.js';

/** A suite on both messengers, each test with a messenger of its own. */
export function onBothMessengers(
  title: string,
  suite: (services: ReturnType<typeof callHarness>, platform: PlatformName) => void,
): void {
  describe.each(platformNames)(title, (platform) => suite(callHarness(platform), platform));
}

/** Whoever makes calls to a messenger, and somebody who has written to the bot there. */
function callHarness(platform: PlatformName) {
  let emulator: Emulator;
  let clock: HandClock;
  let limiter: RateLimiter;
  let refused: number;
  let patience: Patience;
  let long: number;
  beforeEach(async () => {
    emulator = await startEmulator({});
    [clock, refused, long] = [handClock(), 0, 0];
    patience = makePatience(clock, () => void (long += 1));
    limiter = makeRateLimiter(quickRate, clock);
  });
  afterEach(() => emulator.stop());

  const sent = new Map<number, number>();
  return {
    sent,
    emulator: () => emulator,
    clock: () => clock,
    limiter: () => limiter,
    patience: () => patience,
    /** How often a long rest was asked for. */
    long: () => long,
    /** How often it was said that the token is refused. */
    refused: () => refused,
    make: (call: BotCall, entry = firstTry) => {
      const sentIds: SentIds = {
        remember: () => undefined,
        find: async (_chat, message) => ('row' in message ? (sent.get(message.row) ?? null) : null),
      };
      const messenger = messengerAt(emulator, platform);
      const tokenRefused = () => void (refused += 1);
      const parts = { messenger, limiter, patience, sentIds, clock, log: silence, tokenRefused };
      return makeBotCallHandler(parts).run(call, entry);
    },
    person: (): Account => {
      const account = emulator.account({ messenger: platform, id: 5, firstName: 'x' });
      account.say('/start');
      return account;
    },
  };
}

export const saying = (chat_id: number, text = 'hello'): BotCall => ({
  method: 'sendMessage',
  body: JSON.stringify({ chat_id, text }),
});
