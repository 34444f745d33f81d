import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { listen, type Listening } from '../../playground/listen.js';

/** Of the connection and not of the request: each connection has its own. */
const ofConnection = ['host', 'connection', 'keep-alive', 'content-length', 'transfer-encoding'];

/**
 * Stands before several servers, as a proxy before replicas: each request goes to the next one of them, whether or not
 * that one still lives. Where nobody answers, the connection breaks, and whoever asked has to ask again.
 */
export function startFront(servers: readonly string[]): Promise<Listening> {
  let turn = 0;
  const app = new Hono().all('*', async (c) => {
    const server = servers[turn++ % servers.length] ?? '';
    const headers = new Headers(c.req.raw.headers);
    for (const name of ofConnection) headers.delete(name);
    try {
      const body = await c.req.arrayBuffer();
      const answer = await fetch(`${server}${c.req.path}`, { method: c.req.method, headers, body });
      return new Response(await answer.arrayBuffer(), { status: answer.status });
    } catch {
      (c.env as HttpBindings).incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    }
  });
  return listen(app);
}
