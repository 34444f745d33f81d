import { request as plainRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';

/** One HTTP request to somebody outside. */
export interface HttpRequest {
  method: 'GET' | 'POST';
  url: URL;
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

/** How long to wait, in milliseconds: for a connection, and for the whole answer from the very start. */
export interface Timeouts {
  connectMs: number;
  answerMs: number;
}

/**
 * What came of it. `written`: the other side may have read the request, and done what it asks.
 * `fault` is a system's short code or our own words, never an address: addresses carry keys.
 */
export type HttpResult =
  /** `date`: when it was made, by the clock over there; empty where it does not say. */
  | { kind: 'answered'; status: number; type: string; date: string; body: string }
  | { kind: 'silent'; written: boolean; fault: string };

export const usualTimeouts: Timeouts = { connectMs: 4_000, answerMs: 10_000 };

/** Longer answers than any that we ask for; a stranger's endless one is cut off. */
const mostCharacters = 100_000;

/** Asks once and never throws. Follows no redirect, which would carry keys elsewhere; checks certificates. */
export function httpRequest(asking: HttpRequest, timeouts: Timeouts = usualTimeouts): Promise<HttpResult> {
  return new Promise((resolve) => {
    const secure = asking.url.protocol === 'https:';
    const giveUp = new AbortController();
    const limits = [timeouts.connectMs, timeouts.answerMs].map((ms) => setTimeout(() => giveUp.abort(), ms));
    let written = false;
    const end = (input: HttpResult): void => {
      limits.forEach(clearTimeout);
      resolve(input);
    };
    const silent = (error: Error): void => end({ kind: 'silent', written, fault: fault(error) });
    try {
      const outgoing = begin(asking, giveUp.signal, (answer) => void read(answer).then(end, silent));
      outgoing.on('error', silent).once('socket', (socket) =>
        socket.once(secure ? 'secureConnect' : 'connect', () => {
          written = true;
          clearTimeout(limits[0]);
        }),
      );
      outgoing.end(asking.body);
    } catch (error) {
      // What cannot be put into a header is refused at once.
      silent(error as Error);
    }
  });
}

/** A form as it is posted. */
export function form(fields: Readonly<Record<string, string>>): Pick<HttpRequest, 'headers' | 'body'> {
  return {
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: new URLSearchParams(fields).toString(),
  };
}

/** A body of JSON as it is posted. */
export function jsonBody(value: unknown): Required<Pick<HttpRequest, 'headers' | 'body'>> {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

/** The answer's JSON; undefined when there is none. */
export function json(answer: HttpResult): unknown {
  try {
    return answer.kind === 'answered' ? JSON.parse(answer.body) : undefined;
  } catch {
    return undefined;
  }
}

function begin(
  { method, url, headers = {}, body }: HttpRequest,
  signal: AbortSignal,
  onAnswer: (answer: IncomingMessage) => void,
): ClientRequest {
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const all = { accept: 'application/json', ...headers, ...length };
  // A connection of its own: when a kept one breaks, nobody knows whether the request was read.
  return request(url, { method, headers: all, signal, agent: false }, onAnswer);
}

async function read(answer: IncomingMessage): Promise<HttpResult> {
  let body = '';
  answer.setEncoding('utf8');
  for await (const part of answer) {
    body += part as string;
    if (body.length > mostCharacters) throw new Error('answer too long');
  }
  return {
    kind: 'answered',
    status: answer.statusCode ?? 0,
    type: answer.headers['content-type'] ?? '',
    date: answer.headers.date ?? '',
    body,
  };
}

function fault(error: Error & { code?: string }): string {
  if (error.name === 'AbortError') return 'too slow';
  return error.code ?? (error.message === 'answer too long' ? error.message : 'broken exchange');
}
