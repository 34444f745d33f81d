import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeAgent } from '../../src/http-client/agent.js';
import { makeHttpClient, requestText } from '../../src/http-client/http-client.js';
import { ampleTimeouts } from '../support/vendors/stand-in.js';

const timeouts = ampleTimeouts();
let server: Server;
let url: URL;
let serve: RequestListener;
/** Every one that was opened, in order. */
const connections: Socket[] = [];
let heard = 0;

beforeEach(async () => {
  [connections.length, heard] = [0, 0];
  serve = (_, answer) => answer.end('{}');
  server = createServer((request, answer) => {
    request.resume().once('end', () => {
      heard += 1;
      serve(request, answer);
    });
  });
  server.on('connection', (socket: Socket) => connections.push(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

it('asks one thing after the other over connections that are there', async () => {
  const ask = makeHttpClient();
  for (const body of Array.from({ length: 20 }, String))
    expect(await ask({ method: 'POST', url, body }, timeouts)).toMatchObject({ kind: 'answered' });
  expect(heard).toBe(20);
  // One rests for a turn of the loop after each answer, in case the other side closes it against its word.
  expect(connections.length).toBeLessThanOrEqual(2);
});

it('never asks twice: what breaks under an order may have been read, and it is said so', async () => {
  const ask = makeHttpClient();
  await ask({ method: 'POST', url, body: '1' }, timeouts);
  serve = (_, answer) => answer.destroy();
  const order = await ask({ method: 'POST', url, body: '2' }, timeouts);
  expect(order).toEqual({ kind: 'silent', written: true, fault: 'ECONNRESET' });
  const question = await ask({ method: 'GET', url }, timeouts);
  expect(question).toMatchObject({ kind: 'silent', written: true });
  expect(heard).toBe(3);
});

it('asks nothing over a connection that the other side has closed in the meantime', async () => {
  const ask = makeHttpClient();
  await ask({ method: 'POST', url, body: '1' }, timeouts);
  const [first] = connections;
  first!.end();
  await once(first!, 'close');
  expect(await ask({ method: 'POST', url, body: '2' }, timeouts)).toMatchObject({ kind: 'answered' });
  expect([connections.length, heard]).toEqual([2, 2]);
});

it('keeps no connection for longer than it means to, whatever the other side promises', async () => {
  serve = (_, answer) => answer.setHeader('keep-alive', 'timeout=600').end('{}');
  const ask = makeHttpClient({ idleMs: 20 });
  await ask({ method: 'GET', url }, timeouts);
  await once(connections[0]!, 'close');
  expect(heard).toBe(1);
});

it('who has gone asks nothing any more, even when the connection comes that was on its way', async () => {
  const agent = makeAgent();
  const asked: string[] = [];
  serve = (_, answer) => answer.end();
  server.prependListener('request', ({ url: path = '' }: IncomingMessage) => asked.push(path));
  const ask = (path: string, signal?: AbortSignal) =>
    requestText(
      agent,
      { method: 'POST', url: new URL(path, url) },
      { ...timeouts, ...(signal && { signal }) },
      9,
    );
  const leaving = new AbortController();
  const gone = ask('/first', leaving.signal);
  leaving.abort();
  expect(await gone).toEqual({ kind: 'silent', written: false, fault: 'given up' });
  expect(await ask('/second')).toMatchObject({ kind: 'answered' });
  expect(await ask('/third')).toMatchObject({ kind: 'answered' });
  expect(asked).toEqual(['/second', '/third']);
});
