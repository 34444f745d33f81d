import type { Update } from 'grammy/types';
import type { Clock } from '../clock.js';
import { describeError } from '../safe-error.js';
import type { Log } from '../log.js';
import type { Messenger } from '../messenger/messenger.js';
import type { OutageNotice } from './outage-notice.js';
import { makeApiClient } from './api-client.js';
import { makeOffset } from './offset.js';
import { growingPauses, pause } from './pauses.js';
import type { Receive } from './receive.js';
import type { UpdateSource } from './update-source.js';

export interface PollerParts {
  messenger: Messenger;
  receive: Receive;
  outageNotice: OutageNotice;
  clock: Clock;
  log: Log;
  /** The messenger refuses the token: nothing can be done without a person. */
  tokenRefused: () => void;
}

const longPollSeconds = 25;

/** Fetches one bot's updates by long polling, and confirms only what is durable. */
export function makePoller(parts: PollerParts): UpdateSource {
  const client = makeApiClient(parts);
  const offset = makeOffset(parts.clock);
  let stopping = new AbortController();
  let polling = Promise.resolve();

  /** True when all went well, so that the next question may follow at once. */
  const poll = async (signal: AbortSignal): Promise<boolean> => {
    const question = { timeout: longPollSeconds, ...offset.question() };
    const updates = (await client.call('getUpdates', question, signal)) as Update[] | null;
    return updates !== null && take(parts, updates, offset.passed);
  };
  const run = async (signal: AbortSignal): Promise<void> => {
    const pauses = growingPauses();
    // A webhook that is still set would keep every update from us.
    while (!signal.aborted && !(await client.call('deleteWebhook', {}, signal)))
      await pause(pauses.next(), signal);
    while (!signal.aborted) {
      if (await poll(signal)) pauses.restart();
      else await pause(pauses.next(), signal);
    }
  };
  return {
    start() {
      stopping = new AbortController();
      polling = run(stopping.signal);
    },
    async stop() {
      stopping.abort();
      await polling;
    },
    reached: client.reached,
  };
}

async function take(
  { messenger, receive, outageNotice, log }: PollerParts,
  updates: Update[],
  passed: (update: Update) => void,
): Promise<boolean> {
  try {
    await receive(messenger, updates);
  } catch (error) {
    log.warn(
      { platform: messenger.platform, fault: describeError(error) },
      'updates cannot be stored and stay unconfirmed',
    );
    for (const update of updates) await outageNotice.send(update);
    return false;
  }
  updates.forEach(passed);
  if (updates.length > 0) outageNotice.outageOver();
  return true;
}
