import type { Clock } from '../../clock.js';
import { makeHttpClient, type HttpResult } from '../../http-client/http-client.js';
import type { Random } from '../../random.js';
import { faultIn, orderPath, wordIn, type PortalWord } from '../contract.js';
import {
  signedHeaders,
  portalTimeouts,
  type HttpPortalSettings,
  type PortalRequest,
} from '../signed-request.js';

/** What of a request is made otherwise than the contract asks, to see it refused. */
export interface Tampering {
  token?: string;
  secret?: string;
  /** How far its timestamp is from now, in seconds. */
  skewSeconds?: number;
  /** Taken away from, or put into the headers, in the end. */
  headers?: Readonly<Record<string, string | null>>;
}

/** Asks a portal that is being tried, and remembers what came. */
export interface Probe {
  /** The account whose password may be put back. */
  readonly account: string;
  /** Of every answer so far. */
  readonly types: ReadonlySet<string>;
  /** A reset's id that the portal cannot know. */
  newId(this: void): string;
  ask(this: void, request: PortalRequest, tampering?: Tampering): Promise<HttpResult>;
}

export interface ProbeParts {
  settings: HttpPortalSettings;
  account: string;
  clock: Clock;
  random: Random;
}

export function makeProbe({ settings, account, clock, random }: ProbeParts): Probe {
  const types = new Set<string>();
  const client = makeHttpClient();
  return {
    account,
    types,
    newId: () => random.bytes(16).toString('hex'),
    ask: async (request, { skewSeconds = 0, headers: otherwise = {}, ...keys } = {}) => {
      const then = { now: () => new Date(clock.now().getTime() + skewSeconds * 1_000) };
      const { timeouts = portalTimeouts } = settings;
      const { url, headers } = signedHeaders({ ...settings, ...keys }, then, request);
      const sent = Object.entries({ ...headers, ...otherwise }).filter(([, value]) => value !== null);
      const asking = { url, headers: Object.fromEntries(sent) as Record<string, string> };
      const { order } = request;
      const answer = order
        ? await client({ ...asking, method: 'POST', body: order.body }, timeouts)
        : await client({ ...asking, method: 'GET' }, timeouts);
      if (answer.kind === 'answered') types.add(answer.type.split(';')[0] ?? '');
      return answer;
    },
  };
}

/** The order of a reset, or of an optional call at its own path, as it is sent. */
export function orderOf(
  insuredCode: string,
  id: string,
  clock: Clock,
  path = orderPath(insuredCode),
): PortalRequest {
  const body = JSON.stringify({ id, requestedAt: clock.now().toISOString() });
  return { path, order: { id, body } };
}

/** Null when the answer has one of these words; else what was answered instead. */
export function unless(answer: HttpResult, ...wanted: PortalWord[]): string | null {
  const word = wordIn(answer);
  if (word !== null && wanted.includes(word)) return null;
  return word === null ? faultIn(answer) : `HTTP ${statusOf(answer)} with ${word}`;
}

/** Null when the answer has this status, whatever stands in it. */
export const unlessStatus = (answer: HttpResult, status: number): string | null =>
  statusOf(answer) === status ? null : `HTTP ${statusOf(answer)}`;

const statusOf = (answer: HttpResult): number | string =>
  answer.kind === 'answered' ? answer.status : answer.fault;
