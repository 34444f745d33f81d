import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as far as a stub cares. */
export interface Asking {
  method: string;
  /** Path and query. */
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** JSON, ready to be sent, with 200 where no status stands. */
export type Answered = string | { status: number; json: string };

/** Plain HTTP with keep-alive: a stub must cost little beside what is measured. Returns its address. */
export async function serveHttp(
  answer: (asking: Asking) => Answered | Promise<Answered>,
  port = 0,
): Promise<string> {
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const asking = { method, path, headers, body: Buffer.concat(parts).toString() };
      void Promise.resolve(answer(asking)).then((answered) => {
        const { status, json } = typeof answered === 'string' ? { status: 200, json: answered } : answered;
        const length = Buffer.byteLength(json);
        response.writeHead(status, { 'content-type': 'application/json', 'content-length': length });
        response.end(json);
      });
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
