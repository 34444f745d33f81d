import type { AddressInfo } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import type { Hono } from 'hono';

export interface HttpServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Throws when the port is taken; 0 is any free one. */
export async function startHttp(port: number, pages: Hono): Promise<HttpServer> {
  const server = await new Promise<ServerType>((resolve, reject) => {
    const listening = serve({ fetch: pages.fetch, port }, () => resolve(listening));
    listening.once('error', reject);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
