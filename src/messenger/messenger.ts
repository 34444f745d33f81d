import type { CallRate } from '../outbox/rate-limiter.js';
import type { PlatformName } from '../platforms.js';
import { answerTo, type Answer } from './answer.js';
import { download, type Fetched, type Fetching } from './download.js';

/** How to reach one messenger's Bot API, and how often. */
export interface MessengerSettings {
  platform: PlatformName;
  /** `<bot id>:<secret>` */
  token: string;
  /** Without a slash at its end. */
  apiRoot: string;
  rate: CallRate;
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
  /** JSON; or what `multipart` has made, whose type says where one part ends and the next begins. */
  body?: string | Blob;
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

export function makeMessenger(settings: MessengerSettings): Messenger {
  const { platform, token, apiRoot, rate, timeouts = usualTimeouts } = settings;
  return {
    platform,
    bot: token.split(':')[0] ?? '',
    rate,
    timeouts,
    call: (method, { body = '{}', timeoutMs = timeouts.usualMs, signal } = {}) => {
      const timeout = AbortSignal.timeout(timeoutMs);
      return answerTo(
        fetch(`${apiRoot}/bot${token}/${method}`, {
          method: 'POST',
          headers: { 'content-type': typeof body === 'string' ? 'application/json' : body.type },
          body,
          redirect: 'error',
          signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
        }),
      );
    },
    fetch: (path, fetching) => download(`${apiRoot}/file/bot${token}/${encodeURI(path)}`, fetching),
  };
}
