import type { CallRate } from '../outbox/rate-limiter.js';
import type { PlatformName } from '../platforms.js';
import { makeAgent } from '../http-client/agent.js';
import { requestText } from '../http-client/http-client.js';
import type { Proxy } from '../http-client/proxy-address.js';
import { readAnswer, type Answer } from './answer.js';
import { download, type Fetched, type Fetching } from './download.js';
import type { Multipart } from './multipart.js';

/** How to reach one messenger's Bot API, and how often. */
export interface MessengerSettings {
  platform: PlatformName;
  /** `<bot id>:<secret>` */
  token: string;
  /** Without a slash at its end. */
  apiRoot: string;
  rate: CallRate;
  /** The way out to it; none: straight. */
  proxy?: Proxy | null;
  /** The usual ones, if nothing is said. */
  timeouts?: CallTimeouts;
}

/** How long to wait for an answer, in milliseconds. */
export interface CallTimeouts {
  usualMs: number;
  /** To what is only nice to have: while it is waited for, its chat hears no words. */
  nicetyMs: number;
}

export interface CallOptions {
  /** JSON; or fields with a file. */
  body?: string | Multipart;
  timeoutMs?: number;
  signal?: AbortSignal;
}

/** One messenger's Bot API, for one bot. */
export interface Messenger {
  readonly platform: PlatformName;
  /** The bot's own numeric id, as its token begins with it. */
  readonly bot: string;
  /** What the outbox keeps to. */
  readonly rate: CallRate;
  readonly timeouts: CallTimeouts;
  /** Calls once and never throws; the token is in no answer. */
  call(method: string, asking?: CallOptions): Promise<Answer>;
  /** Fetches the file that `getFile` says lies there. Never throws for what the outside does; the token is in no answer. */
  fetch(path: string, fetching: Fetching): Promise<Fetched>;
}

/** Long enough for a slow line, short enough that a dead connection is noticed. */
const usualTimeouts: CallTimeouts = { usualMs: 15_000, nicetyMs: 2_500 };

/** Until a connection is there. */
const connectMs = 10_000;
/** Kept from one message of a dialogue to the next, where people are quick. At the worst a message comes twice. */
const idleMs = 4_000;
/** A hundred updates, however long their texts, are less. */
const mostBytes = 32_000_000;

export function makeMessenger(settings: MessengerSettings): Messenger {
  const { platform, token, apiRoot, rate, proxy = null, timeouts = usualTimeouts } = settings;
  const agent = makeAgent({ idleMs, connectMs, proxy });
  return {
    platform,
    bot: token.split(':')[0] ?? '',
    rate,
    timeouts,
    call: async (method, { body = '{}', timeoutMs = timeouts.usualMs, signal } = {}) => {
      const url = new URL(`${apiRoot}/bot${token}/${method}`);
      const posted = typeof body === 'string' ? { type: 'application/json', bytes: body } : body;
      const request = { url, headers: { 'content-type': posted.type }, body: posted.bytes };
      const limits = { answerMs: timeoutMs, ...(signal && { signal }) };
      return readAnswer(await requestText(agent, { method: 'POST', ...request }, limits, mostBytes));
    },
    fetch: (path, fetching) =>
      download(agent, new URL(`${apiRoot}/file/bot${token}/${encodeURI(path)}`), fetching),
  };
}
