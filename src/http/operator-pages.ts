import { Hono } from 'hono';
import type { Health } from './health.js';
import { isSameSecret } from './same-secret.js';

/** Where the insurer's own SMS gateway reports what became of a message: `/kannel/<secret>`. */
export interface DeliveryEndpoint {
  secret: string;
  /** False when the report could not be read. */
  take: (report: URLSearchParams) => Promise<boolean>;
}

export interface OperatorPagesParts {
  health: () => Promise<Health>;
  /** Never rejects: it is read in an outage above all. */
  metrics: () => Promise<string>;
  /** Null where nobody reports. */
  deliveries: DeliveryEndpoint | null;
}

const prometheusText = 'text/plain; version=0.0.4; charset=utf-8';

/** What the operator's own machines may ask and tell; nothing here is for the public. */
export function operatorPages({ health, metrics, deliveries }: OperatorPagesParts): Hono {
  return new Hono()
    .get('/healthz', (c) => c.text('alive\n'))
    .get('/readyz', async (c) => {
      const state = await health();
      return c.json(state, state.status === 'down' ? 503 : 200);
    })
    .get('/metrics', async (c) => c.text(await metrics(), 200, { 'content-type': prometheusText }))
    .get('/kannel/:secret', async (c) => {
      if (!deliveries || !isSameSecret(c.req.param('secret'), deliveries.secret)) return c.body(null, 404);
      const taken = await deliveries.take(new URL(c.req.url).searchParams);
      return c.body(null, taken ? 200 : 400);
    });
}
