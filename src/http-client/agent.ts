import { Agent, type Dispatcher } from 'undici';
import type { Proxy } from './proxy-address.js';
import { proxyConnector } from './tunnel.js';

/** The connections to one neighbour: kept open for a little while, so that the next request need not open another. */
export type HttpAgent = Dispatcher;

export interface AgentOptions {
  /** For how long a connection is kept on which nothing is asked, in milliseconds. */
  idleMs?: number;
  /** How long to wait for a connection. */
  connectMs?: number;
  /** All connections lead through it. */
  proxy?: Proxy | null;
}

/**
 * Shorter than servers keep theirs by default (gunicorn 2 s, Node and Apache 5 s, nginx 75 s): a request that meets a
 * connection in the moment in which the other side closes it leaves open whether it was read.
 */
const usualIdleMs = 1_500;
const usualConnectMs = 10_000;

/** Of a neighbour's own, so that one who is slow or gone harms no other. What is idle keeps no process alive. */
export function makeAgent(options: AgentOptions = {}): HttpAgent {
  const { idleMs = usualIdleMs, connectMs = usualConnectMs, proxy } = options;
  return new Agent({
    keepAliveTimeout: idleMs,
    // What a server promises to keep for longer is not held for longer.
    keepAliveMaxTimeout: idleMs,
    // Whoever asks has a clock of their own.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: proxy ? proxyConnector(proxy, connectMs) : { timeout: connectMs },
  });
}
