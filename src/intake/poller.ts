import type { Update } from 'grammy/types';
import type { Clock } from '../clock.js';
import { describeError } from '../safe-error.js';
import type { Log } from '../log.js';
import type { Messenger } from '../messenger/messenger.js';
import { makeOutageLog, type OutageLog } from '../outage-log.js';
import { makeSparingLog } from '../sparing-log.js';
import type { OutageNotice } from './outage-notice.js';
import { makeApiClient } from './api-client.js';
import { makeOffset } from './offset.js';
import { growingPauses, pause } from './pauses.js';
import { parseUpdates } from './parse-updates.js';
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
  const { messenger } = parts;
  const { platform } = messenger;
  const log = makeSparingLog(parts);
  const line = makeApiClient(parts);
  const storing = makeOutageLog(parts, {
    out: 'updates cannot be stored and stay unconfirmed',
    back: 'updates are stored again',
  });
  const offset = makeOffset(parts.clock);
  let stopping = new AbortController();
  let polling = Promise.resolve();

  /** True when all went well, so that the next question may follow at once. */
  const poll = async (signal: AbortSignal): Promise<boolean> => {
    const question = { timeout: longPollSeconds, ...offset.question() };
    const result = await line.call('getUpdates', question, signal);
    if (result === null) return false;
    const { updates, odd } = parseUpdates(result);
    if (odd > 0) log.warn({ platform, odd }, 'messenger gives what are no updates');
    return (await take({ ...parts, storing }, updates, offset.passed)) && (odd === 0 || updates.length > 0);
  };
  const failed = (error: unknown): false => {
    log.error({ platform, fault: describeError(error) }, 'updates cannot be fetched');
    return false;
  };
  const run = async (signal: AbortSignal): Promise<void> => {
    const pauses = growingPauses();
    // A webhook that is still set would keep every update from us.
    while (!signal.aborted && !(await line.call('deleteWebhook', {}, signal).catch(failed)))
      await pause(pauses.next(), signal);
    while (!signal.aborted) {
      if (await poll(signal).catch(failed)) pauses.restart();
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
    reached: line.reached,
  };
}

async function take(
  { messenger, receive, outageNotice, storing }: PollerParts & { storing: OutageLog },
  updates: Update[],
  passed: (update: Update) => void,
): Promise<boolean> {
  try {
    await receive(messenger, updates);
  } catch (error) {
    storing.out({ platform: messenger.platform, fault: describeError(error) });
    for (const update of updates) await outageNotice.send(update);
    return false;
  }
  updates.forEach(passed);
  if (updates.length === 0) return true;
  storing.back({ platform: messenger.platform });
  outageNotice.outageOver();
  return true;
}
