import type { Clock } from '../clock.js';
import type { Log } from '../log.js';
import type { Messenger } from '../messenger/messenger.js';
import { makeApiClient } from './api-client.js';
import { growingPauses, pause } from './pauses.js';
import type { UpdateSource } from './update-source.js';
import { minute } from '../durations.js';

/** Where a messenger is to bring a bot's updates. */
export interface WebhookAddress {
  /** Never logged: on some messengers it is the only secret. */
  url: string;
  /** What it is to carry in a header; null where it knows no such thing. */
  secretToken: string | null;
}

export interface WebhookSourceParts {
  messenger: Messenger;
  address: WebhookAddress;
  clock: Clock;
  log: Log;
  /** The messenger refuses the token: nothing can be done without a person. */
  tokenRefused: () => void;
  /** How often to see whether it still stands: somebody may have set it elsewhere, or taken it away by polling. */
  lookAgainMs?: number;
}

/** Sets one bot's webhook, and sees that it stays. It is left set at the end: other replicas may be taking updates. */
export function makeWebhookSource(parts: WebhookSourceParts): UpdateSource {
  const { messenger, address, log, lookAgainMs = minute } = parts;
  const client = makeApiClient(parts);
  let stopping = new AbortController();
  let watching = Promise.resolve();

  const stands = async (signal: AbortSignal): Promise<boolean> => {
    const info = (await client.call('getWebhookInfo', {}, signal)) as { url?: unknown } | null;
    // Nobody answers: that it is not set is not said.
    return info === null || info.url === address.url;
  };
  const set = async (signal: AbortSignal): Promise<void> => {
    const pauses = growingPauses();
    while (!signal.aborted && !(await client.call('setWebhook', webhookQuestion(address), signal)))
      await pause(pauses.next(), signal);
  };
  const watch = async (signal: AbortSignal): Promise<void> => {
    await set(signal);
    while (!signal.aborted) {
      await pause(lookAgainMs, signal);
      if (signal.aborted || (await stands(signal))) continue;
      log.warn({ platform: messenger.platform }, 'the webhook was set otherwise, and is set again');
      await set(signal);
    }
  };
  return {
    start() {
      stopping = new AbortController();
      watching = watch(stopping.signal);
    },
    async stop() {
      stopping.abort();
      await watching;
    },
    reached: client.reached,
  };
}

/** What `setWebhook` is asked with. */
export function webhookQuestion({ url, secretToken }: WebhookAddress): Record<string, string> {
  return secretToken === null ? { url } : { url, secret_token: secretToken };
}
