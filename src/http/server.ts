import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Clock } from '../clock.js';
import { second } from '../durations.js';
import type { Log } from '../log.js';
import { describeError } from '../safe-error.js';
import { makeSparingLog } from '../sparing-log.js';

export interface HttpServer {
  readonly port: number;
  /** Gives the answers in hand, and no more on the same connections: whoever keeps asking on one would keep us for ever. */
  stop(): Promise<void>;
}

/** What anybody may take up of a server, in milliseconds and connections. */
export interface ServerLimits {
  /** Until the head of a request is there. */
  headersMs: number;
  /** Until all of it is there. */
  requestMs: number;
  /** How often to look for those who are slower: they are let go by so much later. */
  checkMs: number;
  /** Open at once; more are not let in. */
  connections: number;
}

/** A messenger is a hundred times quicker, and keeps some dozens of connections. */
export const usualLimits: ServerLimits = {
  headersMs: 5 * second,
  requestMs: 10 * second,
  checkMs: second,
  connections: 1_000,
};

export interface HttpServerParts {
  /** The address of this machine where it is open; 0.0.0.0: all of them. */
  host: string;
  /** 0 is any free one. */
  port: number;
  pages: Hono;
  clock: Clock;
  log: Log;
  limits?: ServerLimits;
}

/** Throws when the port is taken, or the address is not ours. */
export async function startHttp(parts: HttpServerParts): Promise<HttpServer> {
  const server = await new Promise<Server>((resolve, reject) => {
    const listening: Server = listen(parts, () => resolve(listening));
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

function listen(
  { host, port, pages, clock, log, limits = usualLimits }: HttpServerParts,
  ready: () => void,
): Server {
  const sparing = makeSparingLog({ clock, log });
  pages.onError((error, c) => {
    sparing.warn({ fault: describeError(error) }, 'a request could not be answered');
    return c.body(null, 500);
  });
  const serverOptions = {
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: limits.checkMs,
  };
  const server = serve({ fetch: pages.fetch, hostname: host, port, serverOptions }, ready) as Server;
  server.maxConnections = limits.connections;
  return server;
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
