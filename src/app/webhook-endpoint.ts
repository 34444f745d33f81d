import { createHmac } from 'node:crypto';
import { platforms } from '../chat/platform.js';
import type { PlatformName } from '../platforms.js';
import type { WebhookSettings } from '../config/updates.js';
import type { WebhookEndpoint } from '../http/webhook.js';
import type { WebhookAddress } from '../intake/webhook-source.js';

/** A messenger's own secret: what one of them lets slip, in an address that somebody logs, opens no other's door. */
function secretOf(platform: PlatformName, { secret }: WebhookSettings): string {
  return createHmac('sha256', secret).update(`webhook:${platform}`).digest('hex');
}

/** Where a messenger is told to bring updates. */
export function webhookAddress(platform: PlatformName, settings: WebhookSettings): WebhookAddress {
  const secret = secretOf(platform, settings);
  const url = `${settings.url}/${platform}`;
  return platforms[platform].capabilities.webhookHeader
    ? { url, secretToken: secret }
    : { url: `${url}/${secret}`, secretToken: null };
}

/** The door at which it then knocks. */
export function webhookEndpoint(
  platform: PlatformName,
  settings: WebhookSettings,
  take: WebhookEndpoint['take'],
): WebhookEndpoint {
  const by = platforms[platform].capabilities.webhookHeader ? 'header' : 'path';
  return { name: platform, secret: secretOf(platform, settings), by, take };
}
