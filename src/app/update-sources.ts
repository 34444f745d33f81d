import type { Clock } from '../clock.js';
import type { UpdatesSettings } from '../config/updates.js';
import type { WebhookEndpoint } from '../http/webhook.js';
import { makeOutageNotice } from '../intake/outage-notice.js';
import { makeTakeDelivery } from '../intake/webhook-delivery.js';
import { makeWebhookSource } from '../intake/webhook-source.js';
import { makePoller } from '../intake/poller.js';
import type { Receive } from '../intake/receive.js';
import type { UpdateSource } from '../intake/update-source.js';
import type { Log } from '../log.js';
import type { Messenger } from '../messenger/messenger.js';
import type { Words } from '../words/words.js';
import { webhookAddress, webhookEndpoint } from './webhook-endpoint.js';

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
  endpoints: WebhookEndpoint[];
}

export function openUpdates({ messengers, settings, ...parts }: UpdatesParts): Updates {
  const each = messengers.map((messenger) => ({
    ...parts,
    messenger,
    outageNotice: makeOutageNotice({ messenger, words: parts.words }),
    tokenRefused: () => parts.tokenRefused(messenger),
  }));
  if (settings.kind === 'polling') return { sources: each.map(makePoller), endpoints: [] };
  return {
    sources: each.map((one) =>
      makeWebhookSource({ ...one, address: webhookAddress(one.messenger.platform, settings) }),
    ),
    endpoints: each.map((one) => webhookEndpoint(one.messenger.platform, settings, makeTakeDelivery(one))),
  };
}
