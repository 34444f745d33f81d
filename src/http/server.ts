import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

export interface HttpServer {
  readonly port: number;
  /** Gives the answers in hand, and no more on the same connections: whoever keeps asking on one would keep us for ever. */
  stop(): Promise<void>;
}

/** Throws when the port is taken; 0 is any free one. */
export async function startHttp(port: number, pages: Hono): Promise<HttpServer> {
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = serve({ fetch: pages.fetch, port }, () => resolve(listening)) as Server;
    listening.once('error', reject);
  });
  const answers = inHand(server);
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        answers.areLast();
        server.close(() => resolve());
      }),
  };
}

function inHand(server: Server): { areLast(): void } {
  const answers = new Set<ServerResponse>();
  let last = false;
  server.prependListener('request', (_question, answer: ServerResponse) => {
    answers.add(answer.once('close', () => answers.delete(answer)));
    if (last) answer.shouldKeepAlive = false;
  });
  return {
    areLast() {
      last = true;
      for (const answer of answers) answer.shouldKeepAlive = false;
    },
  };
}
