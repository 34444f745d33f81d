import type { AddressInfo } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import type { Health } from './health.js';

/** What the operator's own machines may ask; nothing here is for the public. */
export interface OperatorPages {
  health: () => Promise<Health>;
  metrics: () => Promise<string>;
}

export interface HttpServer {
  readonly port: number;
  stop(): Promise<void>;
}

export async function startHttp(port: number, pages: OperatorPages): Promise<HttpServer> {
  const server = await new Promise<ServerType>((resolve, reject) => {
    const listening = serve({ fetch: routes(pages).fetch, port }, () => resolve(listening));
    listening.once('error', reject);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

function routes({ health, metrics }: OperatorPages): Hono {
  return new Hono()
    .get('/healthz', (c) => c.text('alive\n'))
    .get('/readyz', async (c) => {
      const state = await health();
      return c.json(state, state.status === 'down' ? 503 : 200);
    })
    .get('/metrics', async (c) => c.text(await metrics()));
}
