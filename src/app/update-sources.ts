import type { Clock } from '../clock.js';
import type { UpdatesSettings } from '../config/updates.js';
import type { WebhookDoor } from '../http/webhook.js';
import { makeApology } from '../intake/outage-notice.js';
import { makeTakeDelivery } from '../intake/webhook-delivery.js';
import { makeHook } from '../intake/webhook-source.js';
import { makePoller } from '../intake/poller.js';
import type { Receive } from '../intake/receive.js';
import type { UpdateSource } from '../intake/update-source.js';
import type { Log } from '../log.js';
import type { Messenger } from '../messenger/messenger.js';
import type { Words } from '../words/words.js';
import { hookAddress, webhookDoor } from './webhook-endpoint.js';

export interface UpdatesParts {
  settings: UpdatesSettings;
  messengers: readonly Messenger[];
  receive: Receive;
  words: Words;
  clock: Clock;
  log: Log;
  tokenRefused: (messenger: Messenger) => void;
}

/** How updates come in: fetched by the leader, or brought to the door of any replica. */
export interface Updates {
  sources: UpdateSource[];
  /** None where updates are fetched. */
  doors: WebhookDoor[];
}

export function openUpdates({ messengers, settings, ...parts }: UpdatesParts): Updates {
  const each = messengers.map((messenger) => ({
    ...parts,
    messenger,
    apology: makeApology({ messenger, words: parts.words }),
    tokenRefused: () => parts.tokenRefused(messenger),
  }));
  if (settings.kind === 'polling') return { sources: each.map(makePoller), doors: [] };
  return {
    sources: each.map((one) => makeHook({ ...one, address: hookAddress(one.messenger.platform, settings) })),
    doors: each.map((one) => webhookDoor(one.messenger.platform, settings, makeTakeDelivery(one))),
  };
}
