import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import type { HttpAgent } from './agent.js';

/** One HTTP request to somebody outside. */
export interface HttpRequest {
  method: 'GET' | 'POST';
  url: URL;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
}

/** How long to wait, in milliseconds: for a connection, and for the whole answer from the very start. */
export interface Timeouts {
  connectMs: number;
  answerMs: number;
}

export interface SendLimits extends Pick<Timeouts, 'answerMs'> {
  /** As long as the agent does, if nothing is said. */
  connectMs?: number;
  /** Gives the request up. */
  signal?: AbortSignal;
}

/** Takes an answer as it comes. False: no more of it is wanted, and the connection is closed. */
export interface Receiver {
  begin(status: number, headers: IncomingHttpHeaders): boolean;
  take(piece: Uint8Array): boolean;
}

/** `written`: the other side may have read the request, and done what it asks. `fault`: see `faultOf`. */
export interface Silent {
  kind: 'silent';
  written: boolean;
  fault: string;
}

/** Did the answer come to its end, was there enough of it, or did it break off? */
export type SendEnd = { kind: 'ended' } | { kind: 'enough' } | Silent;

/** Asks once and never throws: no redirect is followed, which would carry keys elsewhere, and nothing is asked again. */
export function sendRequest(
  agent: HttpAgent,
  request: HttpRequest,
  { connectMs, answerMs, signal }: SendLimits,
  receiver: Receiver,
): Promise<SendEnd> {
  return new Promise((resolve) => {
    let written = false;
    let over = false;
    let running: Dispatcher.DispatchController | null = null;
    let connecting: NodeJS.Timeout | undefined;
    const end = (sent: SendEnd): void => {
      if (over) return;
      over = true;
      clearTimeout(whole);
      clearTimeout(connecting);
      signal?.removeEventListener('abort', givenUp);
      resolve(sent);
      if (sent.kind !== 'ended') running?.abort(new Error('over'));
    };
    const silent = (fault: string): void => end({ kind: 'silent', written, fault });
    const givenUp = (): void => silent('given up');
    const tooSlow = (): void => silent('too slow');
    const whole = setTimeout(tooSlow, answerMs);
    if (signal?.aborted) return givenUp();
    signal?.addEventListener('abort', givenUp);
    agent.dispatch(dispatched(request), {
      onRequestStart(controller) {
        // Nothing is written yet: a connection has come for somebody who has gone.
        if (over) return controller.abort(new Error('over'));
        running = controller;
        written = true;
        clearTimeout(connecting);
      },
      onResponseStart(_, status, headers) {
        if (status >= 200 && !receiver.begin(status, headers)) end({ kind: 'enough' });
      },
      onResponseData(_, piece) {
        if (!over && !receiver.take(piece)) end({ kind: 'enough' });
      },
      onResponseEnd: () => end({ kind: 'ended' }),
      onResponseError: (_, error) => silent(faultOf(error)),
    });
    if (connectMs !== undefined && !written && !over) connecting = setTimeout(tooSlow, connectMs);
  });
}

const dispatched = ({ method, url, headers, body }: HttpRequest): Dispatcher.DispatchOptions => ({
  method,
  origin: url.origin,
  path: url.pathname + url.search,
  headers: { accept: 'application/json', ...headers },
  body: (body as string | Buffer | undefined) ?? null,
});

/** The names that systems and operators know, where the library has its own. */
const known: Readonly<Record<string, string>> = {
  UND_ERR_SOCKET: 'ECONNRESET',
  UND_ERR_CONNECT_TIMEOUT: 'too slow',
  UND_ERR_INVALID_ARG: 'ERR_INVALID_CHAR',
};

/** A system's short code or our own words, never an address: addresses carry keys. */
function faultOf(error: Error & { code?: unknown }): string {
  const { code } = error;
  return typeof code === 'string' ? (known[code] ?? code) : 'broken exchange';
}
