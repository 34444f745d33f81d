import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isUpdate } from '../intake/parse-updates.js';
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

/**
 * The only pages for the world. Who knocks is known before anything of what they bring is read; 200 is said when the
 * update is durable, and anything else brings it again.
 */
export function webhookPages(endpoints: readonly WebhookEndpoint[]): Hono {
  const knocked = (c: Context): WebhookEndpoint | undefined =>
    endpoints.find(({ name }) => name === c.req.param('name'));
  return new Hono().post(
    '/:name/:secret?',
    async (c, next) => {
      const endpoint = knocked(c);
      if (!endpoint) return turnedAway(c, 404);
      const { secret = '' } = c.req.param();
      const given = endpoint.by === 'header' ? c.req.header('x-telegram-bot-api-secret-token') : secret;
      return isSameSecret(given ?? '', endpoint.secret) ? next() : turnedAway(c, 401);
    },
    bodyLimit({ maxSize: mostBytes, onError: (c) => turnedAway(c, 413) }),
    async (c) => {
      const update: unknown = await c.req.json().catch(nullWhereNoJson);
      if (!isUpdate(update)) return c.body(null, 400);
      const delivered = await knocked(c)?.take(update);
      return c.body(null, delivered === 'stored' ? 200 : 503);
    },
  );
}

/** Nobody waits for the rest of what they bring. */
function turnedAway(c: Context, status: 401 | 404 | 413): Response {
  c.header('connection', 'close');
  return c.body(null, status);
}

function nullWhereNoJson(error: unknown): null {
  if (error instanceof SyntaxError) return null;
  throw error;
}
