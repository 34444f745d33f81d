import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Something that answers over HTTP on this machine. */
export interface Listening {
  /** `http://127.0.0.1:…` */
  url: string;
  /** Does not wait for those who are still listening to a stream. */
  stop(): Promise<void>;
}

/** Port 0 takes any free one. Throws when the port is taken. */
export async function listen(app: Hono, port = 0): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
