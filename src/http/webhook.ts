import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { TakeDelivery } from '../intake/webhook-delivery.js';
import { isSameSecret } from './same-secret.js';

/** Where one messenger brings its updates: `/<name>`, or `/<name>/<secret>`. */
export interface WebhookEndpoint {
  name: string;
  secret: string;
  /** What carries the secret: a header where the messenger knows one, else the path. */
  by: 'header' | 'path';
  take: TakeDelivery;
}

/** The longest text with all its marks comes to a fraction of this. */
const mostBytes = 1_000_000;

/** The only pages for the world. 200 is said when the update is durable; anything else brings it again. */
export function webhookPages(endpoints: readonly WebhookEndpoint[]): Hono {
  return new Hono().post('/:name/:secret?', bodyLimit({ maxSize: mostBytes }), async (c) => {
    const { name, secret = '' } = c.req.param();
    const endpoint = endpoints.find((one) => one.name === name);
    if (!endpoint) return c.body(null, 404);
    const given = endpoint.by === 'header' ? c.req.header('x-telegram-bot-api-secret-token') : secret;
    if (!isSameSecret(given ?? '', endpoint.secret)) return c.body(null, 401);
    const update: unknown = await c.req.json().catch(() => null);
    if (!isUpdate(update)) return c.body(null, 400);
    return c.body(null, (await endpoint.take(update)) === 'stored' ? 200 : 503);
  });
}

type Update = Parameters<TakeDelivery>[0];

function isUpdate(body: unknown): body is Update {
  const { update_id: id } = (body ?? {}) as { update_id?: unknown };
  return Number.isSafeInteger(id) && Number(id) >= 0;
}
