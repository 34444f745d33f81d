import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { freePort } from '../../../bench/private-servers.js';
import type { Timeouts } from '../../../src/http-client/send.js';

/** A request as it came in. */
export interface Received {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface Answer {
  status: number;
  type?: string;
  body: string;
}

/** How an HTTP server can fail its callers, whatever it serves. */
export type Failure =
  /** Reads the request and never answers. */
  | 'silence'
  /** Does what it is asked and never answers. */
  | 'lost-answer'
  /** Reads the request and drops the line. */
  | 'hang-up'
  /** Answers 500 with an error in no shape of its own. */
  | 'server-error'
  /** Answers 200 with JSON that means nothing to us. */
  | 'other-json'
  /** Answers 502 with a page, as a proxy in front would. */
  | 'bad-gateway-page'
  /** Answers 403 with a page, as a firewall in front would. */
  | 'forbidden-page'
  /** Answers 404 with a page, as a server does that was moved. */
  | 'not-found-page'
  /** Answers 404 without a body, with a text, or with JSON of its own, as proxies and gateways do for what they do not know. */
  | 'empty-not-found'
  | 'not-found-text'
  | 'not-found-json'
  /** Answers 409 with JSON of its own. */
  | 'conflict-json'
  /** Answers 200 with a page. */
  | 'welcome-page'
  /** Sends the caller elsewhere. */
  | 'redirect'
  /** Answers 200 and begins a text that never ends. */
  | 'endless';

/** A small HTTP server on a private port, which can be told to fail. */
export interface StandIn {
  url: string;
  received: Received[];
  /** From now on, until `null`. */
  fail: (how: Failure | null) => void;
  close: () => Promise<void>;
}

export async function standIn(serve: (request: Received) => Answer | Promise<Answer>): Promise<StandIn> {
  const received: Received[] = [];
  let failure: Failure | null = null;
  const server = createServer((incoming, outgoing) => {
    void read(incoming).then(async (request) => {
      received.push(request);
      if (failure === 'lost-answer') await serve(request);
      if (failure) failures[failure](outgoing);
      else write(outgoing, await serve(request));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    fail: (how) => {
      failure = how;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** Enough for a busy machine; a test of silence shortens its own. */
export const ampleTimeouts = (): Timeouts => ({ connectMs: 10_000, answerMs: 10_000 });

/** The timeout in a test of silence, in milliseconds. */
export const soon = 100;

/** An address where nobody listens. */
export const deadAddress = async (): Promise<string> => `http://127.0.0.1:${await freePort()}`;

const page = '<!doctype html><title>?</title><h1>?</h1>';

const failures: Record<Failure, (outgoing: ServerResponse) => void> = {
  silence: () => undefined,
  'lost-answer': () => undefined,
  'hang-up': (outgoing) => outgoing.destroy(),
  'server-error': (outgoing) => write(outgoing, { status: 500, body: '{"error":"internal"}' }),
  'other-json': (outgoing) => write(outgoing, { status: 200, body: '{"data":{"ok":"yes"}}' }),
  'bad-gateway-page': (outgoing) => write(outgoing, { status: 502, type: 'text/html', body: page }),
  'forbidden-page': (outgoing) => write(outgoing, { status: 403, type: 'text/html', body: page }),
  'not-found-page': (outgoing) => write(outgoing, { status: 404, type: 'text/html', body: page }),
  'empty-not-found': (outgoing) => write(outgoing, { status: 404, body: '' }),
  'not-found-text': (outgoing) => write(outgoing, { status: 404, type: 'text/plain', body: 'not found' }),
  'not-found-json': (outgoing) =>
    write(outgoing, { status: 404, body: '{"error":"Not Found","message":"no route"}' }),
  'conflict-json': (outgoing) => write(outgoing, { status: 409, body: '{"error":"conflict"}' }),
  'welcome-page': (outgoing) => write(outgoing, { status: 200, type: 'text/html', body: page }),
  redirect: (outgoing) => outgoing.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
  endless: (outgoing) => {
    outgoing.writeHead(200);
    const more = (): void => {
      while (!outgoing.destroyed && outgoing.write('…'.repeat(4_096)));
    };
    outgoing.on('drain', more);
    more();
  },
};

function write(outgoing: ServerResponse, { status, type = 'application/json', body }: Answer): void {
  outgoing.writeHead(status, { 'content-type': type }).end(body);
}

async function read(incoming: IncomingMessage): Promise<Received> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return {
    method: incoming.method ?? '',
    url: new URL(incoming.url ?? '/', 'http://stand-in'),
    headers: incoming.headers,
    body: Buffer.concat(parts).toString('utf8'),
  };
}
